"""The analyst's own words in the cells of a saved display: each stays with its row and column."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from ..errors import Conflict, InvalidInput
from ..model import Display, DisplayCell, User
from ..model.corpus import Corpus
from ..model.display import CELL_STATES
from ..model.shape import CellText, Matrix, StrayText, key_parts
from ..store import Change, Rows
from ..store.revisions import revisions
from .former import FormerNames

__all__ = [
    "CellCard",
    "cell_cards",
    "cleaned_text",
    "names_of",
    "refuse_unseen",
    "with_texts",
]


@dataclass(frozen=True, slots=True)
class CellCard:
    """A cell's text with the name of its author, and those of its row and column as they are
    called now (their keys where nothing has them any more)."""

    cell: DisplayCell
    by: str
    row_label: str
    column_label: str


def cell_cards(rows: Rows, corpus: Corpus, display: Display) -> list[CellCard]:
    """Every text in the cells of a display, in the order they were written."""
    cells = rows.all(DisplayCell, display=display.guid)
    people = {user.guid: user.name for user in rows.all(User)}
    names = names_of(rows, corpus, {key for cell in cells for key in (cell.row, cell.column)})
    return [
        CellCard(
            cell,
            people.get(cell.user, ""),
            names[cell.row],
            names[cell.column],
        )
        for cell in sorted(cells, key=lambda one: (one.created, one.guid))
    ]


def names_of(rows: Rows, corpus: Corpus, keys: Iterable[str]) -> dict[str, str]:
    """What the rows and columns of these keys are called now; codes that are gone as they were called
    last, what else has no name by the key or its value."""
    wanted = list(keys)
    names = _names(corpus) if wanted else {}
    former = FormerNames(rows, corpus)
    return {key: " · ".join(_part(one, names, former) for one in key_parts(key)) for key in wanted}


def _names(corpus: Corpus) -> dict[str, str]:
    names: dict[str, str] = {}
    for owners in (corpus.cases, corpus.sources, corpus.users):
        names.update(zip(owners.guid, owners.name, strict=True))
    names.update(zip(corpus.codes.guid, corpus.codes.path, strict=True))
    return names


def _part(key: str, names: Mapping[str, str], former: FormerNames) -> str:
    """A name for a GUID, also of a code that is gone; the value of ``case.role=seller``."""
    if key not in names and (gone := former.code(key)) is not None:
        return gone.name
    return names.get(key) or key.partition("=")[2] or key


def with_texts(matrix: Matrix, cards: Iterable[CellCard]) -> Matrix:
    """The matrix with the texts in their cells; those whose row or column is not shown apart."""
    rows = {heading.key: at for at, heading in enumerate(matrix.rows)}
    columns = {heading.key: at for at, heading in enumerate(matrix.columns)}
    texts: dict[tuple[int, int], CellText] = {}
    strays: list[StrayText] = []
    for card in cards:
        cell = card.cell
        written = CellText(cell.text, cell.state, card.by)
        row, column = rows.get(cell.row), columns.get(cell.column)
        if row is None or column is None:
            strays.append(StrayText(card.row_label, card.column_label, written))
        else:
            texts[row, column] = written
    return replace(matrix, texts=texts, strays=tuple(strays))


def cleaned_text(text: str, state: str) -> str:
    """The text as it will be kept. Raises :class:`InvalidInput` for a state that is none, and for a
    draft that says nothing."""
    if state not in CELL_STATES:
        raise InvalidInput(
            "unknown-cell-state",
            f"A cell cannot be “{state}”.",
            f"Use one of: {', '.join(CELL_STATES)}.",
        )
    if state == "draft" and not text.strip():
        raise InvalidInput(
            "empty-cell",
            "A draft has to say something.",
            "Clear the cell instead, or say that there is no data.",
        )
    return text.strip()


def refuse_unseen(change: Change, there: DisplayCell | None, seen: int | None) -> None:
    """Raise :class:`Conflict` where the cell is not as it was at revision ``seen`` (0: empty)."""
    if seen is None:
        return
    now = revisions(change.rows, DisplayCell.KIND, [there.guid])[there.guid] if there else 0
    if now != seen:
        raise Conflict(
            "stale-revision",
            "The words in this cell were changed since you saw them.",
            "Nothing was changed. Look at them as they are now, then decide again.",
        )
