"""What is said beside a release is asked about where it names or counts few children."""

from __future__ import annotations

import pytest

from kith.web.releases.forms import CountingForm, ErratumForm, ReasonForm


@pytest.mark.parametrize("kind", [ErratumForm, ReasonForm])
@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The total left out one quarter.", ()),
        ("Two girls were counted twice.", ("Two girls",)),
        ("We had counted 3 children too many.", ("3 children",)),
        ("906 referrals were told as 960.", ()),
    ],
)
def test_a_small_number_is_asked_about_and_goes_out_when_confirmed(
    kind: type[CountingForm], words: str, found: tuple[str, ...]
) -> None:
    form = kind({"words": words}, known=())
    assert form.is_valid() is not bool(found)
    assert tuple(one.words for one in form.found) == found
    said = {"words": words, "confirmed": "on", "confirmed_for": form.mark}
    assert kind(said, known=()).is_valid()
