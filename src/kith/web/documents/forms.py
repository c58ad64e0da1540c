"""What people fill in about documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms

from kith.domain.vocabulary.markings import WORDS, Marking
from kith.web.documents.files import Accepted, NotAcceptedError, accepted
from kith.web.ui.forms import DayField, KithForm


if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.core.files.uploadedfile import UploadedFile
    from django.db.models import QuerySet

    from kith.web.access.models import Person


FILE_HINT = (
    "PDF, Word, Excel, PowerPoint, ODT, CSV, plain text, PNG or JPEG. "
    "Files with macros or a password are refused."
)


class AcceptedFileField(forms.FileField):
    """A file that has been opened and scanned, and may be kept."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("widget", forms.FileInput)
        options.setdefault("help_text", FILE_HINT)
        options.setdefault("error_messages", {}).setdefault("required", "Choose a file")
        options["error_messages"].setdefault("empty", "The file is empty")
        super().__init__(**options)

    def clean(self, data: Any, initial: Any = None) -> Any:
        """The accepted file; its name is dropped here.

        Raises:
            ValidationError: it may not be kept, with the reason.
        """
        sent: UploadedFile | None = super().clean(data, initial)
        if sent is None:
            return None
        try:
            return accepted(sent.read())
        except NotAcceptedError as refused:
            raise forms.ValidationError(str(refused), code="refused") from refused


class DetailsForm(KithForm):
    """What is said of a document."""

    title = forms.CharField(
        label="Title",
        max_length=200,
        help_text="No names of children or families: titles are shown in lists.",
        error_messages={"required": "Enter a title"},
    )
    marking = forms.ChoiceField(
        label="Who may read it",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose who may read it"},
    )
    owner: forms.ModelChoiceField[Person] = forms.ModelChoiceField(
        queryset=None, label="Who looks after it", empty_label=None
    )
    dated_on = DayField(
        label="Date on the document",
        required=False,
        help_text="For something from before, such as old minutes.",
    )
    review_on = DayField(
        label="When it should be looked at again",
        required=False,
        help_text="Its owner is reminded two weeks before.",
    )

    def __init__(
        self,
        *args: Any,
        markings: Sequence[Marking],
        owners: QuerySet[Person],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        marking, owner = self.fields["marking"], self.fields["owner"]
        assert isinstance(marking, forms.ChoiceField)
        assert isinstance(owner, forms.ModelChoiceField)
        marking.choices = [(one.value, WORDS[one]) for one in markings]
        owner.queryset = owners

    def clean_marking(self) -> Marking:
        """The marking as a value."""
        return Marking(self.cleaned_data["marking"])


class UploadForm(DetailsForm):
    """A new document and its first version."""

    file = AcceptedFileField(label="File")
    place = forms.ChoiceField(
        label="Where it belongs",
        error_messages={"required": "Choose where it belongs"},
    )
    field_order = ("file", "title", "place", "marking", "owner", "dated_on")

    def __init__(
        self, *args: Any, places: Sequence[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        place = self.fields["place"]
        assert isinstance(place, forms.ChoiceField)
        place.choices = [("", "Choose a group or an area"), *places]

    def clean_place(self) -> tuple[str, UUID | None]:
        """An area's code, or a body's key."""
        kind, _, value = str(self.cleaned_data["place"]).partition(":")
        return ("", UUID(value)) if kind == "body" else (value, None)


class VersionForm(KithForm):
    """A new version of a document."""

    file: Any = AcceptedFileField(label="File")
    words = forms.CharField(
        label="What is new in it",
        max_length=300,
        error_messages={"required": "Say what is new in this version"},
    )

    @property
    def accepted_file(self) -> Accepted:
        """The file, once the form is valid."""
        file: Accepted = self.cleaned_data["file"]
        return file


class ReviewForm(KithForm):
    """Somebody looked at it again."""

    next_on = DayField(
        label="When it should be looked at next",
        required=False,
        help_text="Leave it empty where it need not be looked at again.",
    )
    words = forms.CharField(label="What you found", max_length=300, required=False)


class WithdrawForm(KithForm):
    """Why a document is withdrawn."""

    words = forms.CharField(
        label="Why it is withdrawn",
        max_length=300,
        help_text="It leaves the list. It is kept, with every version of it.",
        error_messages={"required": "Say why it is withdrawn"},
    )


class PurposeForm(KithForm):
    """What somebody needs a restricted document for."""

    purpose = forms.CharField(
        label="What you need it for",
        max_length=200,
        help_text="Those who look after it see this, with your name and the time. "
        "Do not name a child.",
        error_messages={"required": "Say what you need it for"},
    )


class SearchForm(KithForm):
    """What somebody looks for in the list."""

    says_optional = False
    words = forms.CharField(label="Words in the title", required=False, max_length=100)
    body = forms.ChoiceField(label="Group", required=False)
    marking = forms.ChoiceField(label="Who may read it", required=False)
    withdrawn = forms.BooleanField(label="Show withdrawn ones too", required=False)

    def __init__(
        self,
        *args: Any,
        bodies: Sequence[tuple[str, str]],
        markings: Sequence[Marking],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        body, marking = self.fields["body"], self.fields["marking"]
        assert isinstance(body, forms.ChoiceField)
        assert isinstance(marking, forms.ChoiceField)
        body.choices = [("", "Every group and area"), *bodies]
        marking.choices = [
            ("", "Every marking"),
            *((one.value, WORDS[one]) for one in markings),
        ]
