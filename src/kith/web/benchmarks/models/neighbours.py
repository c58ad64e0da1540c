"""Statistical neighbours by edition, as somebody brought them in."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from kith.web.access.models import Person
from kith.web.audit.append_only import AppendOnly


class NeighbourList(AppendOnly):
    """One edition of who is most like whom. Never changed; its file is kept.

    It holds from ``first_on`` until a later one does.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    title = models.CharField(max_length=200)
    source = models.CharField(max_length=300)
    published_on = models.DateField()
    first_on = models.DateField()
    file = models.UUIDField()
    sha256 = models.CharField(max_length=64, unique=True)
    brought_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    brought_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.title


class Neighbour(AppendOnly):
    """One neighbour of an area, by its code: it need not be an area of the platform."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    list = models.ForeignKey(
        NeighbourList, on_delete=models.PROTECT, related_name="neighbours"
    )
    area = models.CharField(max_length=12)
    rank = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=12)
    name = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["list", "area", "rank"], name="one_neighbour_a_rank"
            ),
            models.UniqueConstraint(
                fields=["list", "area", "code"], name="a_neighbour_once_an_area"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} of {self.area}"
