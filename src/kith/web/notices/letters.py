"""The e-mails: a nudge and a link. No name, no title, no number of things."""

from __future__ import annotations

from dataclasses import dataclass

from kith.web.notices.models import NoticeKind


@dataclass(frozen=True)
class Letter:
    """What an e-mail says, whoever it goes to."""

    subject: str
    opening: str
    why: str


_SAFETY = (
    "You get this e-mail at once because it is about the safety of your account or of "
    "your records. It cannot be switched off."
)
LETTERS = {
    NoticeKind.DIGEST: Letter(
        "Something waits for you",
        "Something waits for you in the safeguarding partnership's workspace. Sign in "
        "to see what it is:",
        "You get this e-mail because something waits for you. You can choose to get it "
        "once a week, after signing in, under “Notices sent to you”.",
    ),
    NoticeKind.NEW_DEVICE: Letter(
        "A sign-in from a new device",
        "Somebody signed in to your account from a device that was not used before. If "
        "that was you, there is nothing to do. If it was not, sign in, change your "
        "password, and tell the partnership's business manager:",
        _SAFETY,
    ),
    NoticeKind.EMERGENCY_OPENED: Letter(
        "Emergency access to a record of yours",
        "Somebody opened a restricted record that you own by emergency access. Sign in "
        "to see which, and why:",
        _SAFETY,
    ),
    NoticeKind.SIGN_IN_CHANGED: Letter(
        "How you sign in was changed",
        "Something about how you sign in was changed. If that was you, there is nothing "
        "to do. If it was not, tell the partnership's business manager at once:",
        _SAFETY,
    ),
    NoticeKind.RETURN_DUE: Letter(
        "A return is due",
        "A return of your agency is due, or late. Sign in with your second factor, and "
        "the link leads straight to it:",
        "You get this e-mail once when it falls due and once more if it is late, because "
        "you send your agency's returns or answer for them.",
    ),
}


def body(kind: NoticeKind, link: str) -> str:
    """The whole e-mail, in plain text."""
    letter = LETTERS[kind]
    return (
        f"{letter.opening}\n\n{link}\n\n"
        "The link asks you to sign in. Kith never asks for your password by e-mail.\n\n"
        f"{letter.why}\n"
    )
