"""Paths of bodies, seats, handovers and terms of reference."""

from __future__ import annotations

from django.urls import path

from kith.web.bodies.views import bodies, handovers, seats, terms


app_name = "bodies"
_ONE = "groups/<uuid:key>/"
_SEAT = "seats/<uuid:key>/"
_TERMS = "terms/<uuid:key>/"

urlpatterns = [
    path("groups/", bodies.body_list, name="list"),
    path("groups/structure/", bodies.structure, name="structure"),
    path("groups/new/", bodies.body_new, name="new"),
    path(_ONE, bodies.body_detail, name="detail"),
    path(f"{_ONE}edit/", bodies.body_edit, name="edit"),
    path(f"{_ONE}close/", bodies.body_close, name="close"),
    path(f"{_ONE}start/", bodies.group_start, name="start"),
    path(f"{_ONE}report/", bodies.group_report, name="report"),
    path(f"{_ONE}send-back/", bodies.group_send_back, name="send_back"),
    path(f"{_ONE}link/", bodies.body_link, name="link"),
    path(f"{_ONE}rotation/", bodies.body_rotation, name="rotation"),
    path(f"{_ONE}seats/new/", seats.seat_new, name="seat_new"),
    path(f"{_ONE}terms/new/", terms.terms_new, name="terms_new"),
    path(_SEAT, seats.seat_detail, name="seat"),
    path(f"{_SEAT}fill/", seats.seat_fill, name="fill"),
    path(f"{_SEAT}vacate/", seats.seat_vacate, name="vacate"),
    path(f"{_SEAT}end/", seats.seat_end, name="seat_end"),
    path(f"{_SEAT}substitute/", seats.seat_substitute, name="substitute"),
    path(f"{_SEAT}hand-over/", handovers.hand_over, name="hand_over"),
    path("handovers/<uuid:key>/", handovers.handover_detail, name="handover"),
    path(
        "handovers/<uuid:key>/acknowledge/",
        handovers.handover_acknowledge,
        name="acknowledge",
    ),
    path(_TERMS, terms.terms_detail, name="terms"),
    path(f"{_TERMS}edit/", terms.terms_edit, name="terms_edit"),
    path(f"{_TERMS}consult/", terms.terms_consult, name="terms_consult"),
    path(f"{_TERMS}revise/", terms.terms_revise, name="terms_revise"),
    path(f"{_TERMS}approve/", terms.terms_approve, name="terms_approve"),
    path(f"{_TERMS}sign/", terms.terms_sign, name="terms_sign"),
    path(f"{_TERMS}publish/", terms.terms_publish, name="terms_publish"),
]
