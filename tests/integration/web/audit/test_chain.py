"""Any single change, gap or swap in the trail is found, and its place is named."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.domain.rules.event_digest import digest_of
from kith.web.audit.models import ChainHead, Event
from kith.web.audit.recording import chained_fields
from kith.web.audit.verifying import Break, Chain


START = datetime(2021, 1, 15, 12, 0, 0, 123456, tzinfo=UTC)
FIELDS = (
    *("at", "actor_person", "actor_name", "acting_for", "origin", "verb", "noun"),
    *("key", "area", "body", "purpose", "details", "digest_before", "digest", "id"),
)


def chain_of(length: int) -> list[Event]:
    events, before = [], ""
    for number in range(1, length + 1):
        event = Event(
            id=UUID(int=number),
            sequence=number,
            at=START + timedelta(minutes=number),
            actor_person=UUID(int=1),
            actor_name="Ada Invented",
            verb="actions.agreed",
            noun="actions",
            key=UUID(int=100 + number),
            details={"count": number, "fields": ["due_on"]},
            digest_before=before,
        )
        event.digest = before = digest_of(before, chained_fields(event))
        events.append(event)
    return events


def found(events: list[Event], head: ChainHead | None = None, **kept) -> list[Break]:
    end = head or head_of(events)
    return list(Chain(**kept).follow(events, end))


def head_of(events: list[Event]) -> ChainHead:
    if not events:
        return ChainHead()
    return ChainHead(sequence=events[-1].sequence, digest=events[-1].digest)


def another(name: str, event: Event) -> object:
    held = getattr(event, name)
    if isinstance(held, datetime):
        return held + timedelta(microseconds=1)
    if isinstance(held, dict):
        return {**held, "count": 0}
    if name in {"key", "body", "actor_person", "id"}:
        return UUID(int=999)
    return f"{held[:-1]}x"


@given(length=st.integers(0, 12))
def test_a_chain_as_it_was_written_is_whole(length: int) -> None:
    assert found(chain_of(length)) == []


@given(data=st.data(), length=st.integers(1, 8))
def test_any_change_of_any_field_is_found_where_it_was_made(data, length) -> None:
    events = chain_of(length)
    head = head_of(events)
    changed = data.draw(st.sampled_from(events))
    name = data.draw(st.sampled_from(FIELDS))
    setattr(changed, name, another(name, changed))
    assert changed.sequence in {one.sequence for one in found(events, head)}


@given(data=st.data(), length=st.integers(1, 8))
def test_any_event_taken_away_is_found(data, length) -> None:
    events = chain_of(length)
    head = head_of(events)
    gone = events.pop(data.draw(st.integers(0, length - 1)))
    assert found(events, head)[0].sequence == gone.sequence


@given(data=st.data(), length=st.integers(2, 8))
def test_any_two_that_changed_places_are_found(data, length) -> None:
    events = chain_of(length)
    head = head_of(events)
    one, two = data.draw(
        st.lists(st.sampled_from(events), min_size=2, max_size=2, unique_by=id)
    )
    one.sequence, two.sequence = two.sequence, one.sequence
    events.sort(key=lambda event: event.sequence)
    first = min(one.sequence, two.sequence)
    assert found(events, head)[0].sequence == first


@given(length=st.integers(2, 8), cut=st.integers(1, 8))
def test_a_chain_written_anew_is_found_by_a_head_kept_elsewhere(length, cut) -> None:
    kept = {one.sequence: one.digest for one in chain_of(length)}
    forged, before = chain_of(length)[: max(1, length - cut)], ""
    for event in forged:
        event.actor_name, event.digest_before = "Somebody Else", before
        event.digest = before = digest_of(before, chained_fields(event))
    assert found(forged) == [], "within itself it is whole"
    assert {one.sequence for one in found(forged, written=kept)} == set(kept)


@pytest.mark.parametrize("sequence", [0, 3, 9])
def test_an_end_that_names_another_place_is_found(sequence: int) -> None:
    events = chain_of(5)
    head = ChainHead(sequence=sequence, digest="0" * 64)
    if sequence:
        assert found(events, head)
