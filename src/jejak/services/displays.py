"""Displays: matrices and charts computed from the codings, and the ones that were saved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from ..analysis.coders import of_coders
from ..analysis.query.evaluate import evaluate
from ..analysis.query.parse import parse
from ..displays import DISPLAYS, DisplayFilter, DisplayKind, kind_of
from ..displays.settings import FILTER, kept_settings, resolved, settings_for
from ..errors import InvalidInput, NotFound
from ..model import Display, DisplayCell, say
from ..model.corpus import Corpus
from ..model.display import COVERAGE
from ..model.identity import clean_name, name_key
from ..model.query import And, code
from ..model.shape import Matrix
from ..store import Rows, Store
from ..store.cascade import remove_whole
from ..store.lookups import named, refuse_taken
from .display_cells import CellCard, cell_cards, cleaned_text, refuse_unseen, with_texts
from .leaving import Leaving
from .study_lookups import StudyLookups

__all__ = ["Displays"]


class Displays:
    """The displays of a study."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    def kinds(self) -> list[DisplayKind]:
        """Every kind of display, its settings with the choices that this study gives."""
        corpus = self._store.corpus()
        return [
            replace(kind, settings=settings_for(kind, corpus)) for kind in DISPLAYS.all().values()
        ]

    def compute(
        self,
        kind: str,
        settings: Mapping[str, object] | None = None,
        *,
        coders: Sequence[str] | None = None,
    ) -> Matrix:
        """A display as of now. Any takes the setting ``filter``, a query: only codings count that
        ``code:* and (QUERY)`` finds; ``coders`` (GUIDs) leaves out what others coded.

        Raises :class:`NotFound` for a kind, code or name that is not there, and
        :class:`InvalidInput` for a setting, a value or a query that makes no sense.
        """
        wanted, given = kind_of(kind), settings or {}
        with self._store.view() as rows:
            corpus = of_coders(self._store.corpus(), coders)
            values = resolved(wanted, given, corpus)
            return wanted.compute(corpus, values, _filter(rows, corpus, given))

    def saved(self) -> list[Display]:
        """The displays that were saved, by name."""
        found = [display for display in self._store.all(Display) if display.kind != COVERAGE]
        return sorted(found, key=lambda display: name_key(display.name))

    def get(self, name: str) -> Display:
        """The saved display of that name or GUID. Raises :class:`NotFound`."""
        with self._store.read() as rows:
            displays = rows.all(Display)
            by_guid = [display for display in displays if display.guid == name]
            return by_guid[0] if by_guid else named(displays, name, "display")

    def save(self, name: str, kind: str, settings: Mapping[str, object] | None = None) -> Display:
        """Keep a kind and its settings under a name; the numbers are computed whenever it is shown.

        Raises :class:`Conflict` for a name that is taken, else as :meth:`compute`.
        """
        name = clean_name(name, "display")
        with self._store.write(say("Save the display “{name}”", name=name), self._user) as change:
            refuse_taken(change.rows.each(Display), name, "display")
            kept = self._kept(change.rows, kind, settings or {})
            display = Display(name=name, kind=kind, settings=kept, user=self._user)
            change.add(display)
            return display

    def update(
        self,
        display: Display,
        *,
        name: str | None = None,
        settings: Mapping[str, object] | None = None,
    ) -> Display:
        """Change the name or the settings of a saved display. Raises as :meth:`save`."""
        values: dict[str, object] = {}
        with self._store.write(
            say("Change the display “{name}”", name=display.name), self._user
        ) as change:
            if name is not None:
                values["name"] = clean_name(name, "display")
                refuse_taken(
                    change.rows.each(Display), str(values["name"]), "display", but=display.guid
                )
            if settings is not None:
                values["settings"] = self._kept(change.rows, display.kind, settings)
            return change.set(display, **values)

    def remove(self, display: Display) -> dict[str, int]:
        """Remove a saved display with the words in its cells; how many entities went, by kind."""
        with self._store.write(
            say("Remove the display “{name}”", name=display.name), self._user
        ) as change:
            return remove_whole(change, Display.KIND, [display.guid])

    # -- the analyst's own words -----------------------------------------------------------------

    def shown(self, display: Display) -> Matrix:
        """A saved display as of now with the words in its cells. Raises as :meth:`compute`."""
        with self._store.view():
            return self.told(self.compute(display.kind, display.settings), display)

    def told(
        self, matrix: Matrix, display: Display, *, authors: Sequence[str] | None = None
    ) -> Matrix:
        """A matrix with the words that were written in the cells of a saved display, by anybody or
        by ``authors`` (GUIDs) alone."""
        return with_texts(matrix, self.cells(display, authors=authors))

    def cells(self, display: Display, *, authors: Sequence[str] | None = None) -> list[CellCard]:
        """The words in the cells of a saved display, whether or not their cells are shown now; by
        anybody or by ``authors`` (GUIDs) alone."""
        with self._store.view() as rows:
            cards = cell_cards(rows, self._store.corpus(), display)
        return [card for card in cards if authors is None or card.cell.user in authors]

    def write_cell(
        self,
        display: Display,
        row: str,
        column: str,
        text: str,
        state: str = "draft",
        *,
        seen: int | None = None,
    ) -> DisplayCell:
        """Write in a cell, in place of what stood there; ``row`` and ``column`` are keys of headings.

        ``state`` is ``draft``, ``checked``, ``no data`` or ``not applicable``; only a draft needs a
        text. ``seen`` is the change that last wrote the cell as far as the writer knows, 0 for an
        empty one. Raises :class:`InvalidInput`, :class:`NotFound`, and :class:`Conflict`
        (``stale-revision``) where somebody else wrote there since.
        """
        text = cleaned_text(text, state)
        verb = say("Write in a cell of the display “{name}”", name=display.name)
        with self._store.write(verb, self._user) as change:
            there = change.rows.first(DisplayCell, display=display.guid, row=row, column=column)
            refuse_unseen(change, there, seen)
            if there is not None:
                return change.set(there, text=text, state=state, user=self._user)
            cell = DisplayCell(
                display=display.guid, row=row, column=column, text=text, state=state,
                user=self._user,
            )  # fmt: skip
            change.add(cell)
            return cell

    def clear_cell(
        self, display: Display, row: str, column: str, *, seen: int | None = None
    ) -> dict[str, int]:
        """Take the words out of a cell; how many entities went, by kind. Raises as
        :meth:`write_cell`, and :class:`NotFound` where there are none."""
        verb = say("Clear a cell of the display “{name}”", name=display.name)
        with self._store.write(verb, self._user) as change:
            there = change.rows.first(DisplayCell, display=display.guid, row=row, column=column)
            refuse_unseen(change, there, seen)
            if there is None:
                raise NotFound("no-such-cell", "Nothing is written in this cell.")
            return remove_whole(change, DisplayCell.KIND, [there.guid])

    def leaving(self, matrix: Matrix) -> Matrix:
        """A display as it may leave the study: coders named as its privacy says, no name that is
        known to be real. Raises :class:`InvalidInput` (``hidden-attribute``) for one made by an
        attribute whose values stay in the study."""
        with self._store.view() as rows:
            return Leaving(rows).matrix(matrix)

    def content(self, matrix: Matrix, ending: str, language: str = "en") -> bytes:
        """A display, as it may leave the study, as the bytes of a file with an ending such as
        ``.xlsx``. Raises as :meth:`leaving`, :class:`InvalidInput` for another ending and
        :class:`MissingExtra`."""
        from ..displays.files import shape_bytes

        return shape_bytes(self.leaving(matrix), ending, language)

    def write(self, matrix: Matrix, path: str | Path, language: str = "en") -> Path:
        """Write a display, as it may leave the study, to a file of the kind that its ending names.

        Raises as :meth:`content`, and :class:`StoreFailure` where the file cannot be written.
        """
        from ..displays.files import write_shape

        return write_shape(self.leaving(matrix), Path(path), language)

    def _kept(self, rows: Rows, kind: str, settings: Mapping[str, object]) -> dict[str, object]:
        corpus = self._store.corpus()
        kept = kept_settings(kind_of(kind), settings, corpus)
        _filter(rows, corpus, settings)
        return kept


def _filter(rows: Rows, corpus: Corpus, settings: Mapping[str, object]) -> DisplayFilter:
    text = settings.get(FILTER)
    if text is None or text == "":
        return DisplayFilter()
    if not isinstance(text, str):
        raise InvalidInput("bad-setting", "The setting “filter” is a query.", "code:* and …")
    query = parse(text)
    hits = evaluate(And((code(), query)), corpus, StudyLookups(rows, corpus))
    return DisplayFilter(query, hits.coding)
