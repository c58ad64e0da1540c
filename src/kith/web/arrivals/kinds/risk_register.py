"""Risk registers: each row becomes a risk of the body, open on its register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.domain.rules.risk_levels import IMPACT, LIKELIHOOD, Mark
from kith.domain.rules.states.risks import RiskState
from kith.web.arrivals.kinds.kind import Planned, Written, cannot, left_out
from kith.web.arrivals.models import Outcome
from kith.web.risks.actions import RiskAccount, close_risk, record_risk
from kith.web.risks.models import Risk
from kith.web.risks.queries import visible_risks
from kith.web.sheets.cells import Progress, day_of, progress_of, step_of
from kith.web.sheets.matching import Field, plain


if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID

    from django.db.models import Model

    from kith.web.access.viewer import Viewer
    from kith.web.arrivals.kinds.kind import Row, Setting
    from kith.web.bodies.models import Body


NOT_SAID = "Not said in the register that was brought in."
TAKEN_BACK = "Brought in with a spreadsheet, and the whole of it taken back."
FIELDS = (
    Field(
        "title",
        "The risk",
        ("risk", "risk description", "description", "title"),
        is_needed=True,
    ),
    Field("cause", "Its cause", ("cause", "causes", "because", "reason")),
    Field("event", "What may happen", ("event", "what may happen")),
    Field(
        "effect", "What it would mean", ("effect", "consequence", "impact description")
    ),
    Field(
        "owner",
        "Who owns it",
        ("owner", "risk owner", "lead", "who"),
        is_needed=True,
        is_personal=True,
    ),
    Field(
        "before_likelihood",
        "Likelihood before controls",
        ("inherent likelihood", "gross likelihood", "initial likelihood"),
    ),
    Field(
        "before_impact",
        "Impact before controls",
        ("inherent impact", "gross impact", "initial impact"),
    ),
    Field(
        "likelihood",
        "Likelihood now",
        ("likelihood", "current likelihood", "residual likelihood", "l"),
        is_needed=True,
    ),
    Field(
        "impact",
        "Impact now",
        ("impact", "current impact", "residual impact", "severity", "i"),
        is_needed=True,
    ),
    Field("target_likelihood", "Likelihood aimed for", ("target likelihood",)),
    Field("target_impact", "Impact aimed for", ("target impact",)),
    Field("review", "Looked at again", ("review date", "review", "next review")),
    Field("progress", "Where it stands", ("status", "state", "open closed")),
)


class RiskRegister:
    """What a risk register holds."""

    fields = FIELDS
    person_fields = ("owner",)
    organisation_fields = ()
    noun = "risks"

    def existing(self, viewer: Viewer, body: Body) -> Mapping[str, Model]:
        """The body's risks by their few words."""
        rows = visible_risks(viewer).filter(body=body)
        return {plain(one.title): one for one in rows}

    def likeness(self, row: Row, setting: Setting) -> str:  # noqa: ARG002 - a protocol
        """Its few words."""
        return plain(row["title"][:150])

    def planned(self, row: Row, setting: Setting, found: Model | None) -> Planned:
        """New, already here, or why not."""
        title = row["title"]
        if not title:
            return cannot(row, "", "It names no risk.")
        if isinstance(found, Risk):
            return Planned(row, Outcome.SAME, title, found.reference, record=found.pk)
        if progress_of(row["progress"]) is not Progress.OPEN:
            return left_out(row, title, "The register calls it closed.")
        owner = setting.person(row["owner"])
        if owner is None:
            who = row["owner"]
            said = f"Choose above who “{who}” is." if who else "Nobody owns it."
            return cannot(row, title, said)
        now = _mark(row, "")
        if now is None:
            return cannot(
                row, title, "Its likelihood and impact are not steps from 1 to 5."
            )
        before = _mark(row, "before_") or now
        before = before if before.product >= now.product else now
        target = _mark(row, "target_") or now
        account = RiskAccount(
            title=title[:150],
            cause=row["cause"] or NOT_SAID,
            event=row["event"] or title,
            effect=row["effect"] or NOT_SAID,
            owner=owner,
            owner_organisation=setting.organisation_of.get(owner.pk),
            before=before,
            now=now,
            target=target if target.product <= before.product else now,
            review_on=day_of(row["review"]),
        )
        remark = f"{owner.name}; {now.words}"
        return Planned(row, Outcome.NEW, title, remark, make=account)

    def written(
        self, viewer: Viewer, at: datetime, plan: Planned, setting: Setting
    ) -> Written:
        """Record it."""
        assert isinstance(plan.make, RiskAccount)
        risk = record_risk(viewer=viewer, at=at, body=setting.body, account=plan.make)
        return Written(risk, self.noun)

    def stood(self, record: Model) -> str:
        """Its state, owner, and how many steps it has taken."""
        assert isinstance(record, Risk)
        record.refresh_from_db()
        return f"{record.state} {record.owner_id} {record.steps.count()}"

    def record(self, viewer: Viewer, key: UUID) -> Model | None:
        """The risk."""
        return visible_risks(viewer).filter(pk=key).first()

    def undo(
        self,
        viewer: Viewer,
        at: datetime,
        record: Model,
        before: Mapping[str, str],  # noqa: ARG002 - nothing of a risk is changed
    ) -> None:
        """Close it, saying that it was taken back."""
        assert isinstance(record, Risk)
        if record.state != RiskState.CLOSED:
            close_risk(viewer=viewer, at=at, key=record.pk, words=TAKEN_BACK)


def _mark(row: Row, stem: str) -> Mark | None:
    likelihood = step_of(row[f"{stem}likelihood"], LIKELIHOOD)
    impact = step_of(row[f"{stem}impact"], IMPACT)
    return Mark(likelihood, impact) if likelihood and impact else None


RISK_REGISTER = RiskRegister()
