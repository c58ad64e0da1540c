"""Lists 1 to 5 of an Annex A workbook: what happened in its six months."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.evidence.invent.writing.codings import SOURCE


if TYPE_CHECKING:
    from datetime import date

    from kith.evidence.invent.records import Discussion, EarlyHelp
    from kith.evidence.invent.writing.register import Register
    from kith.evidence.invent.writing.untidy import Row


Late = frozenset[tuple[int, "date"]]
"""Child and day of what was entered after the extract: a later workbook tells it."""


def list_1(register: Register, late: Late) -> list[Row]:
    """Contacts."""
    return [
        [*register.child(contact.child), contact.on, SOURCE[contact.source]]
        for contact in register.world.contacts
        if register.extract.holds(contact.on)
        and (contact.child.number, contact.on) not in late
    ]


def list_2(register: Register) -> list[Row]:
    """Early help assessments: one opens each episode but those stepped down."""
    return [
        [
            *register.child(episode.child),
            episode.start_on,
            register.extract.known(_assessed(episode)),
            f"Early Help: {episode.lead}",
        ]
        for episode in register.world.early_help
        if register.extract.holds(episode.start_on) and episode.child.number % 3
    ]


def _assessed(episode: EarlyHelp) -> date:
    lasts = min(10 + episode.child.number % 30, 39)
    return episode.start_on.fromordinal(episode.start_on.toordinal() + lasts)


def list_3(register: Register, late: Late) -> list[Row]:
    """Referrals."""
    return [
        [
            *register.child(referral.child),
            referral.on,
            SOURCE[referral.source],
            "Yes" if referral.no_further_action else "No",
            register.in_year_before(register.referred, referral.child, referral.on),
            *register.workers.of(referral.child),
            f"Ward {referral.child.number % 35 + 1}",
        ]
        for referral in register.world.referrals
        if register.extract.holds(referral.on)
        and (referral.child.number, referral.on) not in late
    ]


def list_4(register: Register) -> list[Row]:
    """Assessments open at some time in the six months."""
    rows: list[Row] = []
    for assessment in register.world.assessments:
        if not register.extract.touches(assessment.start_on, assessment.authorised_on):
            continue
        authorised = register.extract.known(assessment.authorised_on)
        supported = "Yes" if assessment.support_required else "No"
        rows.append(
            [
                *register.child_and_disability(assessment.child),
                assessment.start_on,
                "Yes" if authorised else None,
                authorised,
                supported if authorised else None,
                *register.workers.of(assessment.child),
            ]
        )
    return rows


def list_5(register: Register) -> list[Row]:
    """Enquiries, and the conferences they led to."""
    return [
        _enquiry(register, discussion)
        for discussion in register.world.discussions
        if discussion.led_to_enquiry
        and (
            register.extract.holds(discussion.on)
            or register.extract.holds(discussion.conference_on)
        )
    ]


def _enquiry(register: Register, discussion: Discussion) -> Row:
    child, held = discussion.child, register.extract.known(discussion.conference_on)
    led = ("Yes" if discussion.led_to_plan else "No") if held else None
    return [
        *register.child_and_disability(child),
        discussion.on,
        "Yes" if discussion.conference_on is None else "No",
        held,
        led,
        register.in_year_before(register.enquired, child, discussion.on),
        register.in_year_before(register.conferenced, child, discussion.on),
        *register.workers.of(child),
    ]
