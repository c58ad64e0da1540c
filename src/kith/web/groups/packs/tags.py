"""Joins the structure of a paper, which screen readers follow, to that of the pack.

A tagged PDF has a tree of its parts, and each page a number under which its marks are
looked up. Joined as they are, two files would share numbers, so a paper's are moved up
behind the pack's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf


if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


_DEEPEST = 60
_NOT_KEPT = ("/C", "/ID", "/NS", "/Ref")


def join_tags(
    pack: pikepdf.Pdf,
    paper: pikepdf.Pdf,
    pages: Sequence[pikepdf.Page],
    title: str,
) -> None:
    """The pack's structure has the paper's, under a section with the paper's title.

    ``pages`` are the paper's pages as they stand in the pack already.
    """
    root = pack.Root.StructTreeRoot
    theirs = pack.copy_foreign(paper.Root.StructTreeRoot)
    step = int(root.get("/ParentTreeNextKey", 0) or _next_number(root))
    highest = _move_numbers(root, theirs, pages, step)
    section = pack.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.StructElem,
            S=pikepdf.Name.Sect,
            T=pikepdf.String(title),
            K=pikepdf.Array(),
        )
    )
    parent = _document_part(root)
    section.P = parent
    roles = theirs.get("/RoleMap", pikepdf.Dictionary())
    for kid in _kids(theirs):
        _settle(kid, roles, 0)
        kid.P = section
        section.K.append(kid)
    _add_kid(parent, section)
    root.ParentTreeNextKey = highest + 1


def _document_part(root: pikepdf.Object) -> pikepdf.Object:
    kids = list(_kids(root))
    return kids[0] if len(kids) == 1 else root


def _kids(part: pikepdf.Object) -> Iterator[pikepdf.Object]:
    inside = part.get("/K")
    if isinstance(inside, pikepdf.Array):
        yield from (one for one in inside if isinstance(one, pikepdf.Dictionary))
    elif isinstance(inside, pikepdf.Dictionary):
        yield inside


def _add_kid(parent: pikepdf.Object, kid: pikepdf.Object) -> None:
    inside = parent.get("/K")
    if isinstance(inside, pikepdf.Array):
        inside.append(kid)
    else:
        parent.K = pikepdf.Array([] if inside is None else [inside])
        parent.K.append(kid)


def _settle(part: pikepdf.Object, roles: pikepdf.Object, depth: int) -> None:
    """A part named by its own file's words is named by everybody's instead."""
    if depth > _DEEPEST:
        return
    role, met = part.get("/S"), set()
    while role is not None and str(role) in roles and str(role) not in met:
        met.add(str(role))
        role = roles[str(role)]
    if met:
        part.S = role
    for name in _NOT_KEPT:
        if name in part:
            del part[name]
    for kid in _kids(part):
        if "/S" in kid:
            _settle(kid, roles, depth + 1)


def _numbers(tree: pikepdf.Object | None) -> Iterator[tuple[int, pikepdf.Object]]:
    if tree is None:
        return
    held = list(tree.get("/Nums", []))
    for place in range(0, len(held) - 1, 2):
        yield int(held[place]), held[place + 1]
    for kid in tree.get("/Kids", []):
        yield from _numbers(kid)


def _next_number(root: pikepdf.Object) -> int:
    return (
        max((number for number, _ in _numbers(root.get("/ParentTree"))), default=-1) + 1
    )


def _move_numbers(
    root: pikepdf.Object,
    theirs: pikepdf.Object,
    pages: Sequence[pikepdf.Page],
    step: int,
) -> int:
    ours = list(_numbers(root.get("/ParentTree")))
    moved = [
        (number + step, held) for number, held in _numbers(theirs.get("/ParentTree"))
    ]
    together = pikepdf.Array()
    for number, held in sorted([*ours, *moved], key=lambda one: one[0]):
        together.append(number)
        together.append(held)
    root.ParentTree = pikepdf.Dictionary(Nums=together)
    seen: set[tuple[int, int]] = set()
    for page in pages:
        _move_below(page.obj, step, seen)
    return max((number for number, _ in [*ours, *moved]), default=0)


def _move_below(drawn: pikepdf.Object, step: int, seen: set[tuple[int, int]]) -> None:
    """The page, its links and the forms drawn on it, each once."""
    if drawn.is_indirect:
        if drawn.objgen in seen:
            return
        seen.add(drawn.objgen)
    for name in ("/StructParents", "/StructParent"):
        if name in drawn:
            drawn[name] = int(drawn[name]) + step
    for link in drawn.get("/Annots", []):
        _move_below(link, step, seen)
    forms = drawn.get("/Resources", pikepdf.Dictionary()).get("/XObject")
    if forms is not None:
        for _, form in forms.items():
            _move_below(form, step, seen)
