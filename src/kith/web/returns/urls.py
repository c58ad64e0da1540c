"""Paths of returns."""

from __future__ import annotations

from django.urls import path

from kith.web.returns.views import engagement, judging, owing, returns, sending


app_name = "returns"
urlpatterns = [
    path("returns/", returns.return_wall, name="wall"),
    path("returns/engagement/", engagement.engagement, name="engagement"),
    path("returns/owed/", owing.duty_list, name="duties"),
    path("returns/owed/new/", owing.duty_new, name="duty_new"),
    path("returns/owed/<uuid:key>/end/", owing.duty_end, name="duty_end"),
    path("returns/files/<uuid:key>/", returns.return_file, name="file"),
    path("returns/files/<uuid:key>/out/", sending.return_take_out, name="take_out"),
    path("returns/files/<uuid:key>/match/", sending.return_match, name="match"),
    path("returns/<uuid:key>/", returns.return_detail, name="detail"),
    path("returns/<uuid:key>/findings/", returns.return_findings, name="findings"),
    path("returns/<uuid:key>/send/", sending.return_send, name="send"),
    path("returns/<uuid:key>/figures/", sending.return_figures, name="figures"),
    path("returns/<uuid:key>/nil/", sending.return_nil, name="nil"),
    path("returns/<uuid:key>/review/", sending.return_review, name="review"),
    path("returns/<uuid:key>/drop/", sending.return_drop, name="drop"),
    path("returns/<uuid:key>/cancel/", sending.return_cancel, name="cancel"),
    path("returns/<uuid:key>/check/", judging.return_check, name="check"),
    path("returns/<uuid:key>/send-back/", judging.return_send_back, name="send_back"),
    path("returns/<uuid:key>/sign/", judging.return_sign, name="sign"),
    path("returns/<uuid:key>/decline/", judging.return_decline, name="decline"),
    path("returns/<uuid:key>/lock/", judging.return_lock, name="lock"),
    path("returns/<uuid:key>/restate/", judging.return_restate, name="restate"),
]
