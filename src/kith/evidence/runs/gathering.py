"""What a build is asked for → the returns it takes, and the partnership they are of."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING

from kith.contracts.commands.checks import Finding, Severity
from kith.evidence.measures.register import site_register
from kith.evidence.runs.outcome import BuildRequest, WrongRequestError
from kith.evidence.store.editions import digest_of_file
from kith.evidence.store.layout import is_edition_name
from kith.evidence.store.partnership_file import read_partnership
from kith.evidence.store.returns import HEAD, PARTNERSHIP, files_of, find_returns


if TYPE_CHECKING:
    from pathlib import Path

    from kith.contracts.returns import ReturnHead
    from kith.evidence.store.partnership import Partnership
    from kith.evidence.store.returns import FoundReturns


NO_RETURN = "no_return"


@dataclass(frozen=True)
class Gathered:
    """The returns a build takes, those it leaves out, and what was said so far.

    ``unread`` names returns left out whose head could not be read either.
    """

    returns: tuple[ReturnHead, ...]
    left_out: tuple[ReturnHead, ...]
    unread: tuple[str, ...]
    partnership: Partnership | None
    findings: tuple[Finding, ...]
    folder: Path

    @property
    def names_left_out(self) -> tuple[str, ...]:
        """The names of all returns left out."""
        return tuple(sorted([*(head.name for head in self.left_out), *self.unread]))


def gather(request: BuildRequest) -> Gathered:
    """The returns under the folder that are not to be left out.

    Raises:
        WrongRequestError: the folder, a return or the edition's name is wrong.
    """
    _check(request)
    found = find_returns(request.returns)
    left_out = frozenset(request.leave_out)
    _check_left_out(found, left_out)
    returns = tuple(head for head in found.returns if head.name not in left_out)
    heads = {f"{name}/{HEAD}" for name in left_out}
    findings = [one for one in found.findings if one.file not in heads]
    partnership = None
    if returns:
        partnership, said = read_partnership(request.returns, returns)
        findings += said
    elif not any(one.severity is Severity.STOP for one in findings):
        findings.append(_nothing_to_read(request.returns))
    return Gathered(
        returns=returns,
        left_out=tuple(head for head in found.returns if head.name in left_out),
        unread=tuple(sorted(left_out & set(found.unusable))),
        partnership=partnership,
        findings=tuple(findings),
        folder=request.returns,
    )


def inputs_digest(gathered: Gathered) -> str:
    """A digest of every file a build reads, what it leaves out, and Kith's version.

    Files are named inside the folder, so the same returns elsewhere are the same.
    """
    whole = hashlib.sha256(f"kith {version('kith')}\n".encode())
    for head in gathered.returns:
        for path in (head.folder / HEAD, *files_of(head)):
            digest = digest_of_file(path) if path.is_file() else "not a file"
            whole.update(f"{head.name}/{path.name} {digest}\n".encode())
    about = gathered.folder / PARTNERSHIP
    if about.is_file():
        whole.update(f"{PARTNERSHIP} {digest_of_file(about)}\n".encode())
    if site_register().is_file():
        whole.update(f"register {digest_of_file(site_register())}\n".encode())
    for name in gathered.names_left_out:
        whole.update(f"without {name}\n".encode())
    return whole.hexdigest()


def _check(request: BuildRequest) -> None:
    if not request.returns.is_dir():
        raise WrongRequestError(
            f"{request.returns} is not a folder: name the folder of returns"
        )
    if request.edition is not None and not is_edition_name(request.edition):
        raise WrongRequestError(
            "an edition's name is letters, digits, dots, dashes and underscores, "
            "at most 64: 2020-12-31"
        )


def _check_left_out(found: FoundReturns, left_out: frozenset[str]) -> None:
    unknown = sorted(left_out - set(found.names))
    if unknown:
        raise WrongRequestError(
            f"--leave-out: there is no return '{unknown[0]}' in {found.folder}; "
            f"there are: {', '.join(found.names) or 'none'}"
        )


def _nothing_to_read(folder: Path) -> Finding:
    return Finding(
        rule=NO_RETURN,
        severity=Severity.STOP,
        file=str(folder),
        message=f"{folder} holds no return to read: no folder in it has a usable "
        f"{HEAD}.",
        remedy=f"Put each return in a folder of its own with a {HEAD}.",
    )
