"""The codebook: its tree, its entries, ready frames; merging, splitting and moving codes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ..errors import Conflict, InvalidInput
from ..model import Code, Coding, Message, StudyInfo, say
from ..model.code import clean_code_name
from ..model.identity import name_key, new_guid
from ..store import Change, Store
from ..store.cascade import remove_whole
from ..store.departed import INTO
from ..store.lookups import code_paths, find_code, refuse_taken
from .code_colours import PALETTE, check_colour, shades
from .code_names import CodeNames, follow_codes
from .code_split import chosen_codings, take_examples
from .code_tree import in_order, new_positions, outermost, refuse_circle, with_all_below
from .codebook_entries import Entry
from .codebook_preview import EntryChange, code_of, entry_changes, entry_fields
from .coding_union import Union, give_all, take_in, union_of
from .leaving import Leaving

__all__ = ["AppliedFrame", "Codebook"]

_EDITABLE = {
    "name", "colour", "codable", "short", "definition", "when_to_use", "when_not_to_use",
    "examples", "position", "cycle", "kind",
}  # fmt: skip


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
        return in_order(self._store.all(Code))

    def paths(self) -> dict[str, str]:
        """The path of each code (``Folder/Code``) by GUID."""
        return code_paths(self._store.all(Code))

    def get(self, name: str) -> Code:
        """The code of that GUID, path or name. Raises :class:`NotFound`, :class:`Conflict`."""
        with self._store.read() as rows:
            return find_code(rows, name)

    def add(
        self, name: str, parent: str | None = None, above: Sequence[str] = (), **values: object
    ) -> Code:
        """A new code under another; ``above`` are names of codes between the two, the topmost
        first, of which those that are missing are made in the same change.

        Raises :class:`Conflict` where a sibling has the name.
        """
        name = clean_code_name(name)
        _check_fields(values)
        with self._store.write(say("Make the code “{code}”", code=name), self._user) as change:
            under = find_code(change.rows, parent).guid if parent else None
            for one in above:
                under = _found_or_made(change, clean_code_name(one), under).guid
            refuse_taken(change.rows.all(Code, parent=under), name, "code")
            return _made(change, name, under, values)

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
            before = CodeNames(change.rows)
            if values.get("codable") is False and change.rows.count(Coding, code=code.guid):
                raise Conflict(
                    "still-coded",
                    f"“{code.name}” has codings, so it cannot be only a folder.",
                    "Nothing was changed. Give its codings another code first.",
                )
            written = change.set(code, **values)
            if written.name != code.name:
                follow_codes(change, before, {})
            return written

    def move(self, code: Code, parent: str | None, position: int | None = None) -> Code:
        """Put a code under another (``None``: at the top); see :meth:`place`."""
        return self.place([code], parent, position)[0]

    def place(
        self, codes: Sequence[Code], parent: str | None, position: int | None = None
    ) -> list[Code]:
        """Put codes under another (``None``: at the top), in their order, in one change.

        ``position`` counts, from 0, the codes there that are to come before them; by default all.
        What lies below one of them goes along with it. Raises :class:`Conflict` for a circle or a
        name that is taken there.
        """
        one = say("Move the code “{code}”", code=_name(codes))
        verb = _verb(codes, one, say("Move {n} codes", n=len(codes)))
        with self._store.write(verb, self._user) as change:
            above, before = (
                find_code(change.rows, parent) if parent else None,
                CodeNames(change.rows),
            )
            everything = change.rows.all(Code)
            moving = outermost(everything, codes)
            for code in moving:
                refuse_circle(change.rows, code, above)
            guid = above.guid if above else None
            there = [c for c in in_order(everything) if c.parent == guid and c not in moving]
            for code in moving:
                refuse_taken([*there, *moving], code.name, "code", but=code.guid)
            for sibling, number in new_positions(there, moving, position):
                change.set(sibling, parent=guid, position=number)
            if any(code.parent != guid for code in moving):
                follow_codes(change, before, {})
            return [change.rows.get(Code, code.guid) for code in moving]

    def recolour(
        self,
        codes: Sequence[Code],
        colour: str | None = None,
        *,
        below: Literal["keep", "same", "shades"] = "keep",
    ) -> int:
        """Give codes a colour (``None``: each its own), and the codes below each the same, or
        shades of it; how many codes have another colour now. Raises :class:`InvalidInput`."""
        if colour is not None:
            check_colour(colour)
        one = say("Recolour the code “{code}”", code=_name(codes))
        verb = _verb(codes, one, say("Recolour {n} codes", n=len(codes)))
        with self._store.write(verb, self._user) as change:
            everything = in_order(change.rows.all(Code))
            wanted: dict[str, str] = {}
            for code in codes:
                own = colour or code.colour
                wanted[code.guid] = own
                under = [c for c in with_all_below(everything, [code]) if c.guid != code.guid]
                if below != "keep":
                    hues = shades(own, len(under)) if below == "shades" else [own] * len(under)
                    wanted |= {c.guid: hue for c, hue in zip(under, hues, strict=True)}
            changed = {c.guid for c in everything if wanted.get(c.guid, c.colour) != c.colour}
            change.set_many(Code.KIND, ("colour",), {guid: (wanted[guid],) for guid in changed})
        return len(changed)

    def merging(self, codes: Sequence[Code], into: Code) -> Union:
        """What :meth:`merge` would do to the codings, nothing being changed."""
        with self._store.read() as rows:
            codings = [c for code in codes for c in rows.all(Coding, code=code.guid)]
            return union_of(rows, codings, into)

    def merge(self, codes: Sequence[Code], into: Code, *, join_texts: bool = False) -> int:
        """Merge codes into another: their codings, examples, memos, sets and the codes below them
        become its own. How many codings moved.

        Where a person had both on one passage, one coding remains, with the higher weight and all
        memos. The texts of the entry fill what is empty there; with ``join_texts`` they are all
        written below. Raises :class:`InvalidInput`, :class:`Conflict`.
        """
        verb = say(
            "Merge {codes} into “{code}”", codes=[c.name for c in codes], code=into.name,
            **{INTO: into.guid},
        )  # fmt: skip
        with self._store.write(verb, self._user) as change:
            moved, before = self.merging(codes, into).moved, CodeNames(change.rows)
            for code in codes:
                if code.guid == into.guid:
                    raise InvalidInput("merge-itself", "A code cannot be merged into itself.")
                refuse_circle(change.rows, code, into)
                into = take_in(change, code, into, join_texts=join_texts)
            follow_codes(change, before, {code.guid: into.guid for code in codes})
        return moved

    def split(
        self,
        code: Code,
        name: str,
        *,
        codings: Sequence[str] = (),
        query: str | None = None,
        parent: str | None = None,
        colour: str | None = None,
    ) -> Code:
        """Move some codings of a code to a new one: those of the GUIDs, or those a query finds.

        The new code lies beside the old one, or under ``parent``. Raises :class:`InvalidInput`
        where there is nothing to move or a coding is not the code's own, :class:`Conflict`.
        """
        name = clean_code_name(name)
        with self._store.write(
            say("Split the code “{name}” from “{code}”", name=name, code=code.name), self._user
        ) as change:
            corpus = self._store.corpus() if query is not None else None
            moving = chosen_codings(change.rows, code, codings, query, corpus)
            above = code.parent if parent is None else parent
            values: dict[str, object] = {} if colour is None else {"colour": colour}
            made = self.add(name, above, (), cycle=code.cycle, kind=code.kind, **values)
            give_all(change, moving, made)
            take_examples(change, code, made)
            return made

    def remove(self, *codes: Code, codings_to: Code | None = None) -> dict[str, int]:
        """Remove codes with those below them; how many went, by kind.

        Their codings go as well, unless ``codings_to`` is to have them. Raises
        :class:`InvalidInput` where that is a folder or goes itself.
        """
        one = say("Remove the code “{code}”", code=_name(codes))
        verb = _verb(codes, one, say("Remove {n} codes", n=len(codes)))
        with self._store.write(verb, self._user) as change:
            going = with_all_below(change.rows.all(Code), codes)
            if codings_to is not None:
                if codings_to.guid in {code.guid for code in going}:
                    raise InvalidInput(
                        "goes-itself", f"“{codings_to.name}” goes too and cannot have the codings."
                    )
                for code in going:
                    give_all(change, change.rows.all(Coding, code=code.guid), codings_to)
            return remove_whole(change, Code.KIND, [code.guid for code in codes])

    def leaving(self) -> tuple[str, list[Code]]:
        """The title of the study and its codes as they may leave it: without real names."""
        with self._store.view() as rows:
            leaving = Leaving(rows)
            title = leaving.text(rows.all(StudyInfo)[0].title)
            return title, [leaving.code(one) for one in in_order(rows.all(Code))]

    def preview(self, entries: Sequence[Entry], *, replace: bool = False) -> list[EntryChange]:
        """What :meth:`apply` would do with each entry, nothing being changed."""
        with self._store.read() as rows:
            codes = rows.all(Code)
        return entry_changes(codes, entries, replace=replace)

    def apply(
        self,
        entries: Sequence[Entry],
        title: str,
        frame: str | None = None,
        *,
        replace: bool = False,
    ) -> AppliedFrame:
        """Merge entries into the codebook by path: codes not there are made; of those that are,
        only empty fields are filled, so nobody's wording is lost, unless ``replace`` asks for it.
        """
        made: list[str] = []
        filled: list[str] = []
        with self._store.write(
            say("Apply the codebook “{title}”", title=title), self._user
        ) as change:
            codes = change.rows.all(Code)
            by_guid = {code.guid: code for code in codes}
            known = {name_key(path): guid for guid, path in code_paths(codes).items()}
            for entry in entries:
                key = name_key(entry.path)
                guid = code_of(entry, known, by_guid)
                if guid is None:
                    known[key] = _make(change, entry, known, frame)
                    made.append(entry.path)
                    continue
                known[key] = guid
                if guid in by_guid:
                    fields = entry_fields(by_guid[guid], entry, replace=replace)
                    if fields:
                        change.set(by_guid[guid], **fields)
                        filled.append(entry.path)
            seq = None if change.empty else change.seq
        return AppliedFrame(tuple(made), tuple(filled), seq)


def _check_fields(values: Mapping[str, object]) -> None:
    unknown = set(values) - _EDITABLE
    if unknown:
        raise InvalidInput("not-editable", f"A code has no field {', '.join(sorted(unknown))}.")
    if values.get("colour") is not None:
        check_colour(str(values["colour"]))


def _verb(codes: Sequence[Code], one: Message, many: Message) -> Message:
    return one if len(codes) == 1 else many


def _name(codes: Sequence[Code]) -> str:
    if not codes:
        raise InvalidInput("no-codes-chosen", "No code was named.")
    return codes[0].name


def _make(change: Change, entry: Entry, known: dict[str, str], frame: str | None) -> str:
    above, _, name = entry.path.rpartition("/")
    parent = known.get(name_key(above)) if above else None
    if above and parent is None:
        parent = _make(change, Entry(path=above, codable=False), known, frame)
        known[name_key(above)] = parent
    code = Code(
        guid=entry.guid or new_guid(),
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


def _made(change: Change, name: str, parent: str | None, values: dict[str, object]) -> Code:
    siblings = change.rows.all(Code, parent=parent)
    values.setdefault("colour", PALETTE[change.rows.count(Code) % len(PALETTE)])
    values.setdefault("position", 1 + max((one.position for one in siblings), default=0))
    code = Code(name=name, parent=parent, **values)  # type: ignore[arg-type]  # checked before
    change.add(code)
    return code


def _found_or_made(change: Change, name: str, parent: str | None) -> Code:
    siblings = change.rows.all(Code, parent=parent)
    found = (one for one in siblings if name_key(one.name) == name_key(name))
    return next(found, None) or _made(change, name, parent, {})
