"""The codebook: its tree, its entries, ready frames, and merging codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..errors import Conflict, InvalidInput
from ..model import Code, Coding, say
from ..model.code import clean_code_name
from ..model.identity import name_key
from ..store import Change, Rows, Store
from ..store.cascade import remove_whole
from ..store.lookups import code_paths, find_code, refuse_taken
from ..store.recode import give_code, move_ties
from .codebook_entries import Entry

__all__ = ["AppliedFrame", "Codebook"]

_EDITABLE = {
    "name", "colour", "codable", "short", "definition", "when_to_use", "when_not_to_use",
    "examples", "position", "cycle", "kind",
}  # fmt: skip
# Paul Tol's “muted” scheme: told apart by people with any kind of colour vision.
PALETTE = (
    "#332288", "#88ccee", "#44aa99", "#117733", "#999933", "#ddcc77", "#cc6677", "#882255", "#aa4499",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class AppliedFrame:
    """What merging entries into a codebook did: codes made, and codes whose gaps were filled."""

    made: tuple[str, ...]
    filled: tuple[str, ...]
    seq: int | None


class Codebook:
    """The codes of a study."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    def all(self) -> list[Code]:
        """All codes, siblings in their order, each before those below it."""
        codes = self._store.all(Code)
        below: dict[str | None, list[Code]] = {}
        for code in sorted(codes, key=lambda c: (c.position, name_key(c.name))):
            below.setdefault(code.parent, []).append(code)
        ordered: list[Code] = []
        stack = list(reversed(below.get(None, [])))
        while stack:
            code = stack.pop()
            ordered.append(code)
            stack += reversed(below.get(code.guid, []))
        return ordered

    def paths(self) -> dict[str, str]:
        """The path of each code (``Folder/Code``) by GUID."""
        return code_paths(self._store.all(Code))

    def get(self, name: str) -> Code:
        """The code of that GUID, path or name. Raises :class:`NotFound`, :class:`Conflict`."""
        with self._store.read() as rows:
            return find_code(rows, name)

    def add(self, name: str, parent: str | None = None, **values: object) -> Code:
        """A new code. Raises :class:`Conflict` where a sibling has the name."""
        name = clean_code_name(name)
        _check_fields(values)
        with self._store.write(say("Make the code “{code}”", code=name), self._user) as change:
            above = find_code(change.rows, parent).guid if parent else None
            siblings = change.rows.all(Code, parent=above)
            refuse_taken(siblings, name, "code")
            values.setdefault("colour", PALETTE[change.rows.count(Code) % len(PALETTE)])
            values.setdefault("position", 1 + max((s.position for s in siblings), default=0))
            code = Code(name=name, parent=above, **values)  # type: ignore[arg-type]  # checked above
            change.add(code)
            return code

    def update(self, code: Code, **values: object) -> Code:
        """Change a code's name or entry. Raises :class:`Conflict`, :class:`InvalidInput`."""
        _check_fields(values)
        with self._store.write(
            say("Change the code “{code}”", code=code.name), self._user
        ) as change:
            if "name" in values:
                values["name"] = clean_code_name(values["name"])
                siblings = change.rows.all(Code, parent=code.parent)
                refuse_taken(siblings, str(values["name"]), "code", but=code.guid)
            if values.get("codable") is False and change.rows.count(Coding, code=code.guid):
                raise Conflict(
                    "still-coded",
                    f"“{code.name}” has codings, so it cannot be only a folder.",
                    "Nothing was changed. Give its codings another code first.",
                )
            return change.set(code, **values)

    def move(self, code: Code, parent: str | None, position: int | None = None) -> Code:
        """Put a code under another (``None``: at the top). Raises :class:`Conflict` for a circle."""
        with self._store.write(say("Move the code “{code}”", code=code.name), self._user) as change:
            above = find_code(change.rows, parent) if parent else None
            _refuse_circle(change.rows, code, above)
            guid = above.guid if above else None
            siblings = [c for c in change.rows.all(Code, parent=guid) if c.guid != code.guid]
            refuse_taken(siblings, code.name, "code", but=code.guid)
            last = 1 + max((s.position for s in siblings), default=0)
            return change.set(code, parent=guid, position=last if position is None else position)

    def merge(self, codes: list[Code], into: Code) -> int:
        """Merge codes into another: their codings, examples and codes below become its own.

        How many codings moved. Where a user had both on one segment, one remains.
        """
        verb = say("Merge {codes} into “{code}”", codes=[c.name for c in codes], code=into.name)
        moved = 0
        with self._store.write(verb, self._user) as change:
            for code in codes:
                if code.guid == into.guid:
                    raise InvalidInput("merge-itself", "A code cannot be merged into itself.")
                _refuse_circle(change.rows, code, into)
                moved += _move_codings(change, code, into)
                into = _with_examples(change, into, code)
                _move_children(change, code, into)
                move_ties(change, code.guid, into.guid)
                remove_whole(change, Code.KIND, [code.guid])
        return moved

    def remove(self, code: Code) -> dict[str, int]:
        """Remove a code with the codes below it and their codings; how many went, by kind."""
        with self._store.write(
            say("Remove the code “{code}”", code=code.name), self._user
        ) as change:
            return remove_whole(change, Code.KIND, [code.guid])

    def apply(self, entries: list[Entry], title: str, frame: str | None = None) -> AppliedFrame:
        """Merge entries into the codebook by path: codes not there are made; of those that are,
        only empty fields are filled, so nobody's wording is lost."""
        made: list[str] = []
        filled: list[str] = []
        with self._store.write(
            say("Apply the codebook “{title}”", title=title), self._user
        ) as change:
            known = {
                name_key(path): guid for guid, path in code_paths(change.rows.all(Code)).items()
            }
            for entry in entries:
                key = name_key(entry.path)
                if key in known:
                    if _fill(change, known[key], entry):
                        filled.append(entry.path)
                    continue
                known[key] = _make(change, entry, known, frame)
                made.append(entry.path)
            seq = None if change.empty else change.seq
        return AppliedFrame(tuple(made), tuple(filled), seq)


def _check_fields(values: Mapping[str, object]) -> None:
    unknown = set(values) - _EDITABLE
    if unknown:
        raise InvalidInput("not-editable", f"A code has no field {', '.join(sorted(unknown))}.")
    colour = values.get("colour")
    if colour is not None and not _is_colour(str(colour)):
        raise InvalidInput("bad-colour", f"“{colour}” is no colour.", "Write it like #44aa99.")


def _is_colour(text: str) -> bool:
    return (
        len(text) == 7 and text[0] == "#" and all(c in "0123456789abcdef" for c in text[1:].lower())
    )


def _refuse_circle(rows: Rows, code: Code, above: Code | None) -> None:
    while above is not None:
        if above.guid == code.guid:
            raise Conflict("circle", f"“{code.name}” cannot come to lie below itself.")
        above = rows.get(Code, above.parent) if above.parent else None


def _move_codings(change: Change, code: Code, into: Code) -> int:
    codings = change.rows.all(Coding, code=code.guid)
    if codings and not into.codable:
        raise InvalidInput(
            "not-codable", f"“{into.name}” is a folder of codes and takes no codings itself."
        )
    return give_code(change, codings, into)


def _with_examples(change: Change, into: Code, code: Code) -> Code:
    """The code with the examples in words of another beside its own."""
    examples = tuple(dict.fromkeys((*into.examples, *code.examples)))
    return change.set(into, examples=examples)


def _move_children(change: Change, code: Code, into: Code) -> None:
    taken = {name_key(c.name) for c in change.rows.all(Code, parent=into.guid)}
    for child in change.rows.all(Code, parent=code.guid):
        name, number = child.name, 1
        while name_key(name) in taken:
            number += 1
            name = f"{child.name} ({number})"
        taken.add(name_key(name))
        change.set(child, parent=into.guid, name=name)


def _fill(change: Change, guid: str, entry: Entry) -> bool:
    code = change.rows.get(Code, guid)
    gaps = {
        name: value for name, value in entry.fields().items() if value and not getattr(code, name)
    }
    if gaps:
        change.set(code, **gaps)
    return bool(gaps)


def _make(change: Change, entry: Entry, known: dict[str, str], frame: str | None) -> str:
    above, _, name = entry.path.rpartition("/")
    parent = known.get(name_key(above)) if above else None
    if above and parent is None:
        parent = _make(change, Entry(path=above, codable=False), known, frame)
        known[name_key(above)] = parent
    code = Code(
        name=clean_code_name(name),
        parent=parent,
        position=1 + change.rows.count(Code, parent=parent),
        colour=entry.colour or PALETTE[len(known) % len(PALETTE)],
        codable=entry.codable,
        kind="a priori" if frame else "inductive",
        frame=frame,
        **entry.fields(),  # type: ignore[arg-type]  # texts and a tuple of texts
    )
    change.add(code)
    return code.guid
