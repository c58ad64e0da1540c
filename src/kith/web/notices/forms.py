"""How often somebody wants to be nudged."""

from __future__ import annotations

from django import forms

from kith.web.notices.models import Rhythm
from kith.web.ui.forms import KithForm


class RhythmForm(KithForm):
    """One choice."""

    rhythm = forms.ChoiceField(
        label="How often should we nudge you?",
        help_text="Only when something waits for you, and never while you are away.",
        choices=Rhythm.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how often"},
    )
