"""What people fill in about benchmarks."""

from kith.web.benchmarks.forms.consent import AnswerForm, AskForm
from kith.web.benchmarks.forms.differences import ReasonForm
from kith.web.benchmarks.forms.neighbours import NeighboursForm
from kith.web.benchmarks.forms.statistics import ChosenForm, NoteForm, ReleaseForm


__all__ = [
    "AnswerForm",
    "AskForm",
    "ChosenForm",
    "NeighboursForm",
    "NoteForm",
    "ReasonForm",
    "ReleaseForm",
]
