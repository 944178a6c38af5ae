"""What displays said when findings cited them, kept as numbers and states, and what they say now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from ..displays.writing import STATE_WORDS, number_text, whole_label
from ..errors import InvalidInput, JejakError
from ..i18n import translate
from ..model import Attribute, Code, Display, DisplayCell, Finding, Message, Snapshot, say
from ..model.corpus import Corpus
from ..model.shape import WORD, Heading, Matrix, NumberForm, key_parts, nested_key
from ..report.discreet_matrix import shown_attributes
from ..store import Change, Rows
from ..store.revisions import last_touching
from .display_cells import names_of
from .former import FormerNames
from .packed_cells import differing, packed, same
from .set_names import set_queries

__all__ = ["CellThen", "CellsThen", "Said", "SnapshotReader", "taken"]

# Of a display of more cells than this those that are empty are not kept one by one, and only those
# that say something else now are told, at most so many of them.
_MOST = 2_500
_UNSEEN = say("not to be seen here")
_NOT_SHOWN = say("not shown any more")
Label = str | Message


@dataclass(frozen=True, slots=True)
class Said:
    """What a cell says: a number, its state (as :class:`~jejak.model.shape.Cell`), how it is written,
    and what an analyst wrote in it."""

    value: float | None
    state: str
    number: NumberForm
    text: str = ""

    def told(self, language: str) -> str:
        """The number, or the state in words, then what an analyst wrote."""
        number = self.state == "value"
        words = translate(STATE_WORDS[self.state], language) if not number else ""
        shown = number_text(self.value, self.number, language) if number else words
        return f"{shown}: “{self.text}”" if self.text else shown

    def same(self, other: Said | None) -> bool:
        """Whether another says the same number and state."""
        return other is not None and same(other.value, other.state, self.value, self.state)


@dataclass(frozen=True, slots=True)
class CellThen:
    """A cell as it was cited and as it is: by the keys and names of its row and column. ``then`` is
    ``None`` where it rests on the work of people that are not to be seen, ``now`` where the row or
    the column is not shown any more."""

    row_key: str
    column_key: str
    row: Label
    column: Label
    then: Said | None
    now: Said | None

    @property
    def differs(self) -> bool:
        """Whether the cell says something else now."""
        return self.then is not None and not self.then.same(self.now)

    def told(self, seq: int, language: str) -> str:
        """Row and column, what the cell said when it was cited, and what it says now."""
        then = _UNSEEN if self.then is None else self.then.told(language)
        now = _NOT_SHOWN if self.now is None else self.now.told(language)
        if self.differs:
            told = say(
                "≠ {row} × {column}: as cited at change {seq}: {then}; now: {now}",
                row=self.row, column=self.column, seq=str(seq), then=then, now=now,
            )  # fmt: skip
        else:
            told = say(
                "{row} × {column}: as cited at change {seq}: {then}; now: {now}",
                row=self.row, column=self.column, seq=str(seq), then=then, now=now,
            )  # fmt: skip
        return translate(told, language)


@dataclass(frozen=True, slots=True)
class CellsThen:
    """What was kept of a display: ``kept`` cells, of which ``differing`` say something else now.
    ``cells`` are all of them, or of very many the first that differ."""

    cells: tuple[CellThen, ...] = ()
    kept: int = 0
    differing: int = 0


def taken(
    change: Change,
    finding: Finding,
    display: Display,
    matrix: Matrix,
    *,
    place: tuple[str, str] | None = None,
    coders: Sequence[str] | None = None,
) -> Snapshot:
    """What a display says in this change, or its cell at ``place`` (keys of row and column).

    Raises :class:`InvalidInput` for a cell that the display does not show, or that stands for a word
    of the material: words can be withdrawn.
    """
    rows, columns = range(len(matrix.rows)), range(len(matrix.columns))
    if place is not None:
        row, column = (
            _at(side, key) for side, key in zip((matrix.rows, matrix.columns), place, strict=True)
        )
        rows, columns = range(row, row + 1), range(column, column + 1)
    content = _content(change.rows, display, matrix, rows, columns)
    if place is not None and not content:
        raise InvalidInput(
            "word-cell",
            "This cell stands for a word of the material, which can be withdrawn.",
            "Cite the passages behind it instead.",
        )
    if content and coders is not None:
        content["coders"] = list(coders)
    return Snapshot(
        finding=finding.guid, display=display.guid,
        row=place[0] if place else "", column=place[1] if place else "",
        seq=change.seq, codebook=last_touching(change.rows, Code.KIND, change.seq),
        content=content, user=change.user,
    )  # fmt: skip


def _at(headings: Sequence[Heading], key: str) -> int:
    for number, heading in enumerate(headings):
        if heading.key == key:
            return number
    raise InvalidInput("no-such-heading", "This display does not show that row or column now.")


def _content(
    rows: Rows, display: Display, matrix: Matrix, down: range, across: range
) -> dict[str, object]:
    keys = [matrix.rows[n].key for n in down], [matrix.columns[n].key for n in across]
    words = any(part.startswith(WORD) for key in (*keys[0], *keys[1]) for part in key_parts(key))
    cells = {} if words else _cells(matrix, down, across)
    if not cells:
        return {}
    places = [{key: n for n, key in enumerate(side)} for side in keys]
    texts = [
        [places[0][one.row], places[1][one.column], one.guid]
        for one in rows.all(DisplayCell, display=display.guid)
        if one.row in places[0] and one.column in places[1]
    ]
    return {
        "rows": keys[0], "columns": keys[1], **cells, "texts": texts,
        "number": matrix.number, "attributes": _attributes(rows, matrix),
    }  # fmt: skip


def _cells(matrix: Matrix, down: range, across: range) -> dict[str, object]:
    """What the cells say: one by one, or packed; nothing where even that is too long."""
    if len(down) * len(across) > _MOST:
        letters = packed(matrix.cells, matrix.blank, len(across))
        blank = [matrix.blank.value, matrix.blank.state]
        return {} if letters is None else {"packed": letters, "blank": blank}
    cells = [
        [r, c, cell.value, cell.state]
        for r, row in enumerate(down)
        for c, column in enumerate(across)
        for cell in (matrix.at(row, column),)
    ]
    return {"cells": cells}


def _attributes(rows: Rows, matrix: Matrix) -> list[str]:
    """The GUIDs of the attributes that decide what it says."""
    every, filled = rows.all(Attribute), set_queries(rows)
    found: list[str] = []
    for of in ("case", "source"):
        guids = {one.name: one.guid for one in every if one.of == of}
        found += [guids[name] for name in shown_attributes(matrix, of, list(guids), filled)]
    return found


class SnapshotReader:
    """Reads snapshots in one view of a study; ``shown`` computes a display as of now from the work of
    some coders (``None``: of all). ``people`` (GUIDs) are those whose work is to be seen."""

    def __init__(
        self,
        rows: Rows,
        corpus: Corpus,
        shown: Callable[[Display, Sequence[str] | None], Matrix],
        people: Sequence[str] | None = None,
    ) -> None:
        self._rows = rows
        self._corpus = corpus
        self._shown = shown
        self._people = people

    def now(self, snapshot: Snapshot) -> Matrix | None:
        """The display as of now, as far as it can be computed."""
        display = self._rows.find(Display, snapshot.display)
        if display is None:
            return None
        try:
            return self._shown(display, self._coders(snapshot) or self._people)
        except JejakError:
            return None

    def cells(self, snapshot: Snapshot) -> CellsThen:
        """The cells that were kept, then and now."""
        if not snapshot.content:
            return CellsThen()
        matrix = self.now(snapshot)
        content = cast("Mapping[str, Any]", snapshot.content)
        sides = [list(content["rows"]), list(content["columns"])]
        headings = [
            _by_key(matrix.rows if matrix else ()),
            _by_key(matrix.columns if matrix else ()),
        ]
        found = [self._found(keys, there) for keys, there in zip(sides, headings, strict=True)]
        texts = self._texts(content.get("texts", ()))
        is_seen = self._seen(snapshot)

        def told(r: int, c: int, value: float | None, state: str) -> CellThen:
            (row, at_row), (column, at_column) = found[0][r], found[1][c]
            then = Said(value, state, content["number"], texts.get((r, c), ""))
            now = None
            if matrix is not None and at_row is not None and at_column is not None:
                now = said_in(matrix, at_row, at_column)
            return CellThen(
                sides[0][r], sides[1][c], row, column, then if is_seen else None, now
            )  # fmt: skip

        if "packed" not in content:
            cells = tuple(told(*one) for one in content["cells"])
            return CellsThen(cells, len(cells), sum(one.differs for one in cells))
        places = [[place for _, place in side] for side in found]
        other = differing(content["packed"], content["blank"], matrix, *places) if is_seen else []
        cells = tuple(told(*one) for one in other[:_MOST])
        return CellsThen(cells, len(sides[0]) * len(sides[1]), len(other))

    def _coders(self, snapshot: Snapshot) -> list[str] | None:
        coders = snapshot.content.get("coders")
        return None if coders is None else [str(one) for one in cast("list[Any]", coders)]

    def _seen(self, snapshot: Snapshot) -> bool:
        coders = self._coders(snapshot)
        if self._people is None:
            return True
        return coders is not None and set(coders) <= set(self._people)

    def _texts(self, kept: Iterable[Sequence[Any]]) -> dict[tuple[int, int], str]:
        places = {str(guid): (int(row), int(column)) for row, column, guid in kept}
        cells = self._rows.among(DisplayCell, "guid", places) if places else []
        return {
            places[one.guid]: one.text
            for one in cells
            if self._people is None or one.user in self._people
        }

    def _found(
        self, keys: Sequence[str], there: Mapping[str, tuple[int, Heading]]
    ) -> list[tuple[Label, int | None]]:
        """The name of each key, and where it stands now; a code that was merged stands where the one
        does that took it in."""
        gone = [key for key in keys if key not in there]
        names = names_of(self._rows, self._corpus, gone) if gone else {}
        former = FormerNames(self._rows, self._corpus)
        found: list[tuple[Label, int | None]] = []
        for key in keys:
            if key in there:
                place, heading = there[key]
                found.append((whole_label(heading, path=True), place))
                continue
            now = there.get(nested_key(_followed(key_parts(key), former)))
            found.append((names[key], None if now is None else now[0]))
        return found


def _followed(parts: Iterable[str], former: FormerNames) -> Iterator[str]:
    for part in parts:
        gone = former.code(part)
        yield part if gone is None or gone.now is None else gone.now


def _by_key(headings: Sequence[Heading]) -> dict[str, tuple[int, Heading]]:
    return {heading.key: (number, heading) for number, heading in enumerate(headings)}


def said_in(matrix: Matrix, row: int, column: int) -> Said:
    """What a cell of a matrix says."""
    cell, written = matrix.at(row, column), matrix.texts.get((row, column))
    return Said(cell.value, cell.state, matrix.number, written.text if written else "")
