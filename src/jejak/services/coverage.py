"""The coverage board: what material there is of which case, and where there is none."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..errors import InvalidInput, NotFound
from ..model import Case, Display, DisplayCell, Message, say
from ..model.corpus import Corpus
from ..model.display import COVERAGE, HOLE_STATES
from ..model.identity import name_key
from ..model.source import SOURCE_KINDS
from ..store import Change, Rows, Store
from ..store.lookups import find_case

__all__ = ["COLUMNS", "Board", "BoardCell", "Coverage", "HoleMark", "board", "marks"]

COLUMNS = ("kind", "method", "collector", "language", "year", "month")
_FACETS = {"year": ("collected", 4), "month": ("collected", 7)}


@dataclass(frozen=True, slots=True)
class HoleMark:
    """What was said of a hole: ``planned`` or ``not wanted``, and why."""

    state: str
    reason: str


@dataclass(frozen=True, slots=True)
class BoardCell:
    """The material of a case in a column: its sources (GUIDs), the first and last date they were
    collected, how many have which status, and what was said of it where it is a hole."""

    row: int
    column: int
    sources: tuple[str, ...]
    first: str | None
    last: str | None
    statuses: Mapping[str, int]
    mark: HoleMark | None = None


@dataclass(frozen=True, slots=True)
class Board:
    """Cases (GUID, name, kind) by what their material is. Every cell that holds sources or a mark is
    told, in order; all others are holes. ``apart`` counts sources that belong to no case."""

    by: str
    rows: tuple[tuple[str, str, str], ...]
    columns: tuple[str, ...]
    cells: tuple[BoardCell, ...]
    apart: Mapping[str, int]

    def holes(self) -> Iterator[tuple[int, int, HoleMark | None]]:
        """The cells without material (row, column), with what was said of them."""
        known = {(cell.row, cell.column): cell for cell in self.cells}
        for row in range(len(self.rows)):
            for column in range(len(self.columns)):
                cell = known.get((row, column))
                if cell is None or not cell.sources:
                    yield row, column, None if cell is None else cell.mark

    def told(self) -> list[Message]:
        """The holes in words, those that are not wanted left out."""
        return [
            self._words(row, column, mark)
            for row, column, mark in self.holes()
            if mark is None or mark.state == "planned"
        ]

    def _words(self, row: int, column: int, mark: HoleMark | None) -> Message:
        case = self.rows[row][1]
        what = Message(self.columns[column]) if self.by == "kind" else self.columns[column]
        if mark is None:
            return say("{case} has no {what}.", case=case, what=what)
        return say("{case} has no {what} yet; it is planned.", case=case, what=what)


def board(
    corpus: Corpus,
    by: str = "kind",
    marks: Mapping[tuple[str, str], HoleMark] | None = None,
    also: Iterable[str] = (),
) -> Board:
    """The board over a study's columns. ``by`` is one of :data:`COLUMNS`, or ``attribute:NAME`` of
    sources; ``also`` are columns that are shown whatever is there; ``marks`` by (case GUID, column).

    Raises :class:`InvalidInput`, :class:`NotFound` (attribute).
    """
    values = _values(corpus, by)
    held: dict[tuple[int, str], list[int]] = defaultdict(list)
    tied: set[int] = set()
    for case, source in corpus.case_sources.tolist():
        tied.add(source)
        if value := values(source):
            held[case, value].append(source)
    place = {guid: number for number, guid in enumerate(corpus.cases.guid)}
    said = {
        (place[guid], column): mark
        for (guid, column), mark in (marks or {}).items()
        if guid in place
    }
    there = [value for s in range(len(corpus.sources.guid)) if (value := values(s))]
    # Literature is about no case, unless somebody says so.
    wanted = [one for one in there if by != "kind" or one != "literature"]
    columns = _ordered(by, [*wanted, *also, *(c for _, c in held), *(c for _, c in said)])
    number = {column: at for at, column in enumerate(columns)}
    cells = [
        _cell(corpus, row, number[column], held.get((row, column), []), said.get((row, column)))
        for row, column in {**dict.fromkeys(held), **dict.fromkeys(said)}
    ]
    rows = zip(corpus.cases.guid, corpus.cases.name, corpus.cases.facets["kind"], strict=True)
    return Board(
        by,
        tuple((guid, name, kind or "") for guid, name, kind in rows),
        columns,
        tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))),
        Counter(values(s) or "" for s in range(len(corpus.sources.guid)) if s not in tied),
    )


def _values(corpus: Corpus, by: str) -> Callable[[int], str | None]:
    if by.startswith("attribute:"):
        found = corpus.attribute(by.partition(":")[2], "source")
        if found is None:
            raise NotFound(
                "no-such-attribute", f"Sources have no attribute “{by.partition(':')[2]}”."
            )
        column = found.value
        return lambda source: column[source]
    if by not in COLUMNS:
        raise InvalidInput(
            "unknown-column", f"Material is not laid out by “{by}”.", f"Use: {', '.join(COLUMNS)}."
        )
    facet, length = _FACETS.get(by, (by, None))
    facets = corpus.sources.facets[facet]
    return lambda source: (facets[source] or "")[:length] or None


def _ordered(by: str, columns: Iterable[str]) -> tuple[str, ...]:
    found = dict.fromkeys(columns)
    if by == "kind":
        return tuple(kind for kind in SOURCE_KINDS if kind in found)
    return tuple(sorted(found, key=name_key))


def _cell(
    corpus: Corpus, row: int, column: int, sources: list[int], mark: HoleMark | None
) -> BoardCell:
    facets = corpus.sources.facets
    dates = sorted(date for one in sources if (date := facets["collected"][one]))
    return BoardCell(
        row,
        column,
        tuple(corpus.sources.guid[one] for one in sources),
        dates[0] if dates else None,
        dates[-1] if dates else None,
        Counter(facets["status"][one] or "" for one in sources),
        mark,
    )


class Coverage:
    """The coverage board of a study, with what was said of its holes.

    The marks are cells of one display of the kind ``coverage``: analysts' own words that stay with
    the row and column they were written for.
    """

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    def board(self, by: str = "kind", also: Iterable[str] = ()) -> Board:
        """The board as of now. Raises as :func:`board`."""
        with self._store.view() as rows:
            return board(self._store.corpus(), by, marks(rows, by), also)

    def mark(
        self, case: str, column: str, state: str | None, reason: str = "", *, by: str = "kind"
    ) -> None:
        """Say of a hole that it is ``planned`` or ``not wanted``, and why; ``None`` takes it back.

        ``case`` is a name or GUID. Raises :class:`NotFound`, :class:`InvalidInput`.
        """
        if state is not None and state not in HOLE_STATES:
            raise InvalidInput(
                "unknown-state", f"A hole is not “{state}”.", f"Use: {', '.join(HOLE_STATES)}."
            )
        if by == "kind" and column not in SOURCE_KINDS:
            raise InvalidInput("unknown-kind", f"“{column}” is no kind of material.")
        with self._store.write(say("Mark a hole in the material"), self._user) as change:
            found = find_case(change.rows, case)
            change.retell(_verb(found, column, state))
            _write(change, found, f"{by}={column}", state, reason.strip())


def _verb(case: Case, column: str, state: str | None) -> Message:
    what = Message(column)
    if state == "planned":
        return say("Plan {what} of “{case}”", what=what, case=case.name)
    if state is None:
        return say("Leave {what} of “{case}” open", what=what, case=case.name)
    return say("Say that {what} of “{case}” is not wanted", what=what, case=case.name)


def _write(change: Change, case: Case, column: str, state: str | None, reason: str) -> None:
    display = change.rows.first(Display, kind=COVERAGE)
    if display is None:
        display = Display(name=COVERAGE, kind=COVERAGE, user=change.user)
        change.add(display)
    there = change.rows.first(DisplayCell, display=display.guid, row=case.guid, column=column)
    if state is None:
        if there is not None:
            change.remove(there)
    elif there is not None:
        change.set(there, state=state, text=reason)
    else:
        change.add(
            DisplayCell(
                display=display.guid, row=case.guid, column=column, text=reason, state=state,
                user=change.user,
            )
        )  # fmt: skip


def marks(rows: Rows, by: str) -> dict[tuple[str, str], HoleMark]:
    """What was said of holes, by (GUID of the case, column)."""
    display = rows.first(Display, kind=COVERAGE)
    if display is None:
        return {}
    start = f"{by}="
    return {
        (cell.row, cell.column.removeprefix(start)): HoleMark(cell.state, cell.text)
        for cell in rows.each(DisplayCell, display=display.guid)
        if cell.column.startswith(start)
    }
