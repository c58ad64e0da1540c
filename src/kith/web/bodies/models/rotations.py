"""Whose turn it is to chair: the order of the partners and the length of a term."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.db.models import Q

from kith.web.bodies.models.bodies import Body
from kith.web.organisations.models import Organisation


class Rotation(models.Model):
    """The chair of a body goes round its partners, so many months each."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    body = models.OneToOneField(Body, on_delete=models.PROTECT, related_name="rotation")
    term_months = models.PositiveSmallIntegerField()
    first_from = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(term_months__gte=1), name="a_term_has_a_length"
            )
        ]

    def __str__(self) -> str:
        return f"rotation of {self.body_id}"


class RotationPlace(models.Model):
    """A partner's place in the order."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    rotation = models.ForeignKey(
        Rotation, on_delete=models.CASCADE, related_name="places"
    )
    place = models.PositiveSmallIntegerField()
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["rotation", "place"], name="one_partner_a_place"
            )
        ]

    def __str__(self) -> str:
        return f"{self.place} {self.organisation_id}"
