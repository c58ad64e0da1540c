"""Tables of challenges: professional disagreements about a system, never a child."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from kith.domain.rules.disagreement_ladder import RUNG_WORDS, Rung
from kith.domain.rules.states.challenges import CHALLENGE, UNDER_WAY
from kith.web.access.models import Person
from kith.web.access.permissions import Permission as P
from kith.web.access.roles import Role
from kith.web.audit.append_only import AppendOnly
from kith.web.bodies.queries import spoken_for
from kith.web.organisations.models import Area, Organisation


if TYPE_CHECKING:
    from kith.web.access.viewer import Viewer


STATE_CHOICES = [(state.value, words) for state, words in CHALLENGE.words.items()]
RUNG_CHOICES = [(rung.value, words) for rung, words in RUNG_WORDS.items()]
OVERSEES = frozenset({Role.INDEPENDENT_SCRUTINEER, Role.INSPECTOR})
"""Roles that read every challenge of their area, beside the business unit."""
PARTNERS = frozenset(
    {
        Role.LEAD_SAFEGUARDING_PARTNER,
        Role.DELEGATED_SAFEGUARDING_PARTNER,
        Role.PARTNERSHIP_CHAIR,
    }
)
PARTNERS_RUNGS = (Rung.DELEGATED_PARTNERS.value, Rung.SCRUTINEER.value)
"""Where the partners of the area decide, and so may read."""


class Answer(models.TextChoices):
    """What was replied on a rung."""

    AGREED = "AGREED", "Agreed, and will change it"
    REFUSED = "REFUSED", "Does not agree, with reasons"
    ADVICE = "ADVICE", "Advice given"


class Challenges(models.QuerySet["Challenge"]):
    """Challenges by who may see them."""

    def visible_to(self, viewer: Viewer) -> Challenges:
        """Those whose two sides, or whose area's oversight, this viewer belongs to.

        Who works for the organisation that raised it, or that it is about, and holds
        the permission; whoever raised it or was asked; the business unit, the
        scrutineer and an inspector of the area; its safeguarding partners, once it has
        reached their rung. Nobody else, in the same area either.
        """
        if viewer.person is None:
            return self.none()
        # Held somewhere: an emergency that opened one record says nothing of the others.
        held = viewer.areas(P.CHALLENGE_SEE) or viewer.bodies(P.CHALLENGE_SEE)
        mine = spoken_for(viewer) if held else ()
        reached = ChallengeRung.objects
        asked = reached.filter(asked=viewer.person).values("challenge")
        before_partners = reached.filter(
            rung__in=PARTNERS_RUNGS, challenge__area__in=_areas_of(viewer, PARTNERS)
        ).values("challenge")
        return self.filter(
            Q(raised_by_organisation__in=mine)
            | Q(about_organisation__in=mine)
            | Q(raised_by=viewer.person)
            | Q(pk__in=asked)
            | Q(pk__in=before_partners)
            | Q(area__in=_overseen(viewer))
            | Q(pk__in=viewer.cases("challenges", P.CHALLENGE_SEE))
        ).exclude(pk__in=viewer.blocked_keys("challenges"))

    def under_way(self) -> Challenges:
        """Not resolved and not withdrawn."""
        return self.filter(state__in=[state.value for state in UNDER_WAY])


class Challenge(models.Model):
    """One organisation disagrees with another about how the system works."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    reference = models.CharField(max_length=40, unique=True)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="challenges")
    raised_by_organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="challenges_raised"
    )
    about_organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="challenges_about"
    )
    title = models.CharField(max_length=150)
    what = models.TextField()
    wanted = models.TextField()
    state = models.CharField(max_length=10, choices=STATE_CHOICES)
    rung = models.CharField(max_length=20, choices=RUNG_CHOICES)
    raised_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    raised_at = models.DateTimeField()
    resolution = models.TextField(blank=True)
    learning = models.TextField(blank=True)

    objects = Challenges.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(raised_by_organisation=F("about_organisation")),
                name="a_challenge_is_between_two",
            ),
            models.CheckConstraint(
                condition=~Q(state="CLOSED") | ~Q(learning=""),
                name="a_closed_challenge_says_what_was_learnt",
            ),
        ]
        indexes = [models.Index(fields=["area", "state"], name="challenges_of_area")]

    def __str__(self) -> str:
        return self.reference


class ChallengeRung(models.Model):
    """A rung that the disagreement reached: who is asked, by when, and the reply."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    challenge = models.ForeignKey(
        Challenge, on_delete=models.PROTECT, related_name="rungs"
    )
    rung = models.CharField(max_length=20, choices=RUNG_CHOICES)
    asked = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+"
    )
    reason = models.TextField(blank=True)
    due_on = models.DateField()
    reached_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    reached_at = models.DateTimeField()
    answer = models.CharField(max_length=10, choices=Answer.choices, blank=True)
    answer_words = models.TextField(blank=True)
    answered_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["challenge", "rung"], name="each_rung_is_reached_once"
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True)
                | ~Q(answer="")
                & ~Q(answer_words="")
                & Q(answered_at__isnull=False, answered_by__isnull=False),
                name="an_answer_has_its_reasons",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rung} of {self.challenge_id}"


class Confirmation(AppendOnly):
    """Somebody said that what looked like a person's name or number is not a child's.

    What the words were is not kept again: ``signs`` holds kinds, ``field`` where.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    challenge = models.ForeignKey(
        Challenge, on_delete=models.PROTECT, related_name="confirmations"
    )
    move = models.CharField(max_length=30)
    signs = models.JSONField(default=list)
    confirmed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"confirmation of {self.challenge_id}"


class ChallengeStep(AppendOnly):
    """One step of a challenge's story. Never changed."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    challenge = models.ForeignKey(
        Challenge, on_delete=models.PROTECT, related_name="steps"
    )
    number = models.PositiveSmallIntegerField()
    move = models.CharField(max_length=30)
    state = models.CharField(max_length=10, choices=STATE_CHOICES)
    rung = models.CharField(max_length=20, choices=RUNG_CHOICES)
    words = models.TextField(blank=True)
    taken_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    taken_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.move} {self.challenge_id}"


def _overseen(viewer: Viewer) -> frozenset[str]:
    return viewer.areas(P.CHALLENGE_CLOSE) | _areas_of(viewer, OVERSEES)


def _areas_of(viewer: Viewer, roles: frozenset[Role]) -> frozenset[str]:
    held = (one.areas for one in viewer.grants if one.role in roles)
    return frozenset().union(*held)
