"""Single records of any noun, as access and the audit pages know them.

Conflicts, emergencies and "who has looked at this?" speak of records of every noun.
Lower rooms never import higher ones, so `site` registers each kind of record here.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.urls import Resolver404, resolve, reverse

from kith.web.access.viewer import CaseKey


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from django.db.models import Model

    from kith.web.access.permissions import Permission
    from kith.web.access.viewer import Viewer


@dataclass(frozen=True)
class RecordPlace:
    """One record: where it stands, whose it is, and nothing of what it says."""

    case: CaseKey
    kind: str
    reference: str
    url: str
    body: UUID | None = None
    area: str = ""
    owner: UUID | None = None

    def may(self, viewer: Viewer, permission: Permission) -> bool:
        """Whether the viewer holds the permission in the record's own body or area."""
        if self.case in viewer.blocked:
            return False
        if self.body is not None and viewer.may(permission, body=self.body):
            return True
        return bool(self.area) and viewer.may(permission, area=self.area)


@dataclass(frozen=True)
class RecordKind:
    """How the records of one noun are found, whoever asks: for access's own decisions.

    The names of fields may reach over relations: ``meeting__body_id``. ``route`` opens
    one record by its key.
    """

    noun: str
    kind: str
    model: type[Model]
    route: str
    reference: str
    body: str = ""
    area: str = ""
    owner: str = ""

    def place(self, **by: object) -> RecordPlace | None:
        """The one record that these fields find."""
        return next(self.places(**by), None)

    def places(self, **by: object) -> Iterator[RecordPlace]:
        """Every record that these fields find."""
        wanted = [self.reference, self.body, self.area, self.owner]
        fields = ["pk", *(name for name in wanted if name)]
        for row in self.model._default_manager.filter(**by).values(*fields):
            yield RecordPlace(
                case=CaseKey(self.noun, row["pk"]),
                kind=self.kind,
                reference=str(row[self.reference]),
                url=reverse(self.route, args=[row["pk"]]),
                body=row[self.body] if self.body else None,
                area=str(row[self.area] or "") if self.area else "",
                owner=row[self.owner] if self.owner else None,
            )


_KINDS: dict[str, RecordKind] = {}


def register_records(*kinds: RecordKind) -> None:
    """Make these kinds of record known; called once, when the site starts."""
    _KINDS.update({one.noun: one for one in kinds})


def kinds() -> Sequence[RecordKind]:
    """Every kind that is known."""
    return tuple(_KINDS.values())


def place_of(case: CaseKey) -> RecordPlace | None:
    """The record of a noun and a key; None where there is none."""
    kind = _KINDS.get(case.noun)
    return kind.place(pk=case.key) if kind else None


def places_of(cases: Iterable[CaseKey]) -> dict[CaseKey, RecordPlace]:
    """The records of these keys, one query a noun."""
    by_noun: dict[str, set[UUID]] = defaultdict(set)
    for case in cases:
        by_noun[case.noun].add(case.key)
    return {
        place.case: place
        for noun, keys in by_noun.items()
        if noun in _KINDS
        for place in _KINDS[noun].places(pk__in=keys)
    }


def place_named(words: str) -> RecordPlace | None:
    """The record whose reference or address somebody wrote; None where there is none."""
    said = words.strip()
    found = _place_at(said)
    if found is not None:
        return found
    for kind in _KINDS.values():
        found = kind.place(**{f"{kind.reference}__iexact": said})
        if found is not None:
            return found
    return None


def _place_at(address: str) -> RecordPlace | None:
    path = "/" + address.partition("://")[2].partition("/")[2]
    path = path if "://" in address else address
    try:
        match = resolve(path.partition("?")[0])
    except Resolver404:
        return None
    key = match.kwargs.get("key")
    if not isinstance(key, UUID):
        return None
    return place_of(CaseKey(match.app_name, key))
