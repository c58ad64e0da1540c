"""The library's forms in Kith's words, and those of Kith's own way in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.account import forms as account
from allauth.mfa.base import forms as factor
from allauth.mfa.recovery_codes import forms as codes
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as passkey
from django import forms
from django.contrib.auth.password_validation import validate_password

from kith.web.ui.forms import KithForm


if TYPE_CHECKING:
    from kith.web.access.models import Person


CHOOSING_HINT = (
    "At least 12 characters. Three random words are easy to remember and hard to guess."
)
ALONE_HINT = (
    "It then asks for your fingerprint, face or PIN each time. Leave this out for a "
    "security key that has no PIN."
)


def _say(form: forms.Form, **words: str | tuple[str, str]) -> None:
    """Give fields their label, and a hint where there is one."""
    for name, said in words.items():
        label, hint = (said, "") if isinstance(said, str) else said
        field = form.fields[name]
        field.label, field.help_text = label, hint
        field.error_messages["required"] = f"Enter {label[0].lower()}{label[1:]}"
        field.widget.attrs.pop("placeholder", None)


class SignInForm(KithForm, account.LoginForm):  # type: ignore[misc] # it carries no types
    """An address and a password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self, login="Your e-mail address", password="Your password")  # noqa: S106 - a label


class AskPasswordResetForm(KithForm, account.ResetPasswordForm):  # type: ignore[misc] # it carries no types
    """Where to send the link for a new password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self, email="Your e-mail address")


class _TwicePassword(KithForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(
            self,
            password1=("A new password", CHOOSING_HINT),
            password2="The new password again",
        )


class ResetPasswordForm(_TwicePassword, account.ResetPasswordKeyForm):  # type: ignore[misc] # it carries no types
    """A new password, by the link that was sent."""


class SetPasswordForm(_TwicePassword, account.SetPasswordForm):  # type: ignore[misc] # it carries no types
    """A first password, for somebody who came by their organisation's tenant."""


class ChangePasswordForm(_TwicePassword, account.ChangePasswordForm):  # type: ignore[misc] # it carries no types
    """A new password in place of the old one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self, oldpassword="Your password now")


class ConfirmPasswordForm(KithForm, account.ReauthenticateForm):  # type: ignore[misc] # it carries no types
    """The password once more, before a factor changes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self, password="Your password")  # noqa: S106 - a label


class _CodeForm(KithForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self, code=("The code", self.hint))
        self.fields["code"].widget.attrs["inputmode"] = "numeric"

    hint = "Six digits from your authenticator app, or one of your recovery codes"


class CodeForm(_CodeForm, factor.AuthenticateForm):  # type: ignore[misc] # it carries no types
    """The second factor, typed."""


class ConfirmCodeForm(_CodeForm, factor.ReauthenticateForm):  # type: ignore[misc] # it carries no types
    """The second factor once more, before a factor changes."""


class StartAppForm(_CodeForm, totp.ActivateTOTPForm):  # type: ignore[misc] # it carries no types
    """The first code that a new authenticator app shows."""

    hint = "Six digits; they change every 30 seconds"


class StopAppForm(KithForm, totp.DeactivateTOTPForm):  # type: ignore[misc] # it carries no types
    """Gives up the authenticator app, where another factor stays."""


class NewCodesForm(KithForm, codes.GenerateRecoveryCodesForm):  # type: ignore[misc] # it carries no types
    """New recovery codes in place of the old."""


class AddPasskeyForm(KithForm, passkey.AddWebAuthnForm):  # type: ignore[misc] # it carries no types
    """A passkey, or a security key."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(
            self,
            name=(
                "A name for it",
                "To tell it from others later, such as “blue key” or “work laptop”",
            ),
            passwordless=(
                "Let it sign me in without my password",
                ALONE_HINT,
            ),
        )
        self.initial.setdefault("passwordless", True)
        self.fields["credential"].error_messages["required"] = (
            "The passkey was not made. Choose the button again, and follow what your "
            "browser says"
        )


class RenamePasskeyForm(KithForm, passkey.EditWebAuthnForm):  # type: ignore[misc] # it carries no types
    """Another name for a passkey."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self, name="A name for it")


class AcceptForm(KithForm):
    """The password with which an invited person comes in."""

    password1 = forms.CharField(
        label="Choose a password",
        help_text=CHOOSING_HINT,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": "Choose a password"},
    )
    password2 = forms.CharField(
        label="The password again",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": "Type the password again"},
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        self.person = person
        super().__init__(*args, **kwargs)

    def clean_password1(self) -> str:
        """Long enough, not a common one, not the person's own name."""
        password: str = self.cleaned_data["password1"]
        validate_password(password, self.person)
        return password

    def clean(self) -> dict[str, Any]:
        """Both say the same."""
        said = self.cleaned_data
        first, second = said.get("password1"), said.get("password2")
        if first and second and first != second:
            self.add_error("password2", "Type the same password in both boxes")
        return said
