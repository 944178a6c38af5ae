"""Displays: matrices and charts computed from the codings, and the ones that were saved."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from ..analysis.coders import of_coders
from ..displays import DISPLAYS, DisplayKind, kind_of
from ..displays.settings import NETWORK, kept_settings, settings_for
from ..displays.suggest import suggested
from ..errors import Conflict, InvalidInput, NotFound
from ..model import Display, DisplayCell, say
from ..model.display import COVERAGE
from ..model.identity import clean_name, name_key, now
from ..model.shape import Matrix
from ..store import Rows, Store
from ..store.cascade import remove_whole
from ..store.lookups import named, refuse_taken
from .answers import Answers
from .display_cells import (
    CellCard,
    cell_cards,
    cleaned_text,
    refuse_unseen,
    with_texts,
)
from .display_computing import computed, followed, refuse_missing
from .display_filter import display_filter
from .leaving import Leaving
from .networks import Networks

__all__ = ["Displays"]

# Displays with so many cells together are kept for who asks for the same again.
_KEPT = 500_000


class Displays:
    """The displays of a study."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user
        self._answers: Answers[Matrix] = Answers(_KEPT, lambda matrix: len(matrix.cells) + 1)

    def kinds(self) -> list[DisplayKind]:
        """Every kind of display, its settings with the choices that this study gives."""
        corpus = self._store.corpus()
        return [
            replace(kind, settings=settings_for(kind, corpus)) for kind in DISPLAYS.all().values()
        ]

    def suggested(self) -> list[str]:
        """The kinds that are worth the first look in this study, by name."""
        names = DISPLAYS.names()
        return [name for name in suggested(self._store.corpus()) if name in names]

    def glimpse(
        self, kind: str, *, coders: Sequence[str] | None = None
    ) -> tuple[Matrix, Mapping[str, object]]:
        """A display as it comes, or where that shows nothing, as in its example if this study has
        what it names; with the settings it was made with. Raises as :meth:`compute`."""
        plain, example = self.compute(kind, coders=coders), kind_of(kind).example
        if plain.cells or not example:
            return plain, {}
        try:
            shown = self.compute(kind, example, coders=coders)
        except (InvalidInput, NotFound, Conflict):
            return plain, {}
        return (shown, example) if shown.cells else (plain, {})

    def compute(
        self,
        kind: str,
        settings: Mapping[str, object] | None = None,
        *,
        coders: Sequence[str] | None = None,
    ) -> Matrix:
        """A display as of now; what its settings name and was merged, renamed or deleted since is
        followed or left out, and its notes say so. Any takes the setting ``filter``, a query: only codings count that
        ``code:* and (QUERY)`` finds; ``coders`` (GUIDs) leaves out what others coded.

        Raises :class:`NotFound` for a kind, code or name that is not there, and
        :class:`InvalidInput` for a setting, a value or a query that makes no sense.
        """
        wanted, given = kind_of(kind), settings or {}
        with self._store.view() as rows:
            whole = self._store.corpus()

            def made() -> Matrix:
                return computed(rows, of_coders(whole, coders), wanted, given, coders)

            seen_by = None if coders is None else tuple(coders)
            # What is due by a day is another thing on the next.
            key = wanted.name, _written(given), seen_by, now().date() if wanted.sheets else None
            return self._answers.of(whole, key, made)

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

        One of a kind that is drawn by hand holds a drawing of its own: an empty one, or a copy of that
        which the setting ``network`` names.

        Raises :class:`Conflict` for a name that is taken, else as :meth:`compute`.
        """
        name = clean_name(name, "display")
        with self._store.write(say("Save the display “{name}”", name=name), self._user) as change:
            refuse_taken(change.rows.each(Display), name, "display")
            kept = self._kept(change.rows, kind, settings or {})
            origin = kept.pop(NETWORK, None)
            wanted = kind_of(kind)
            display = Display(name=name, kind=wanted.name, settings=kept, user=self._user)
            if wanted.drawn:
                display = replace(display, settings={**kept, NETWORK: display.guid})
            change.add(display)
            if origin is not None:
                Networks(self._store, self._user).copy(change, str(origin), display)
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
            if settings is not None and settings != display.settings:
                own = {NETWORK: display.guid} if kind_of(display.kind).drawn else {}
                values["settings"] = self._kept(change.rows, display.kind, settings) | own
            return change.set(display, **values)

    def remove(self, display: Display) -> dict[str, int]:
        """Remove a saved display with the words in its cells and all that is drawn in it; how many
        entities went, by kind."""
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

    def move_cell(
        self,
        display: Display,
        place: tuple[str, str],
        to: tuple[str, str],
        *,
        seen: int | None = None,
    ) -> DisplayCell:
        """Take the words of a cell, shown now or not, to another: ``place`` and ``to`` are a row's key
        and a column's. They stay whose they are.

        Raises :class:`NotFound` where nothing is written, and :class:`Conflict`: ``stale-revision``
        as :meth:`write_cell`, ``cell-taken`` where something is written already.
        """
        verb = say("Move words to another cell of the display “{name}”", name=display.name)
        with self._store.write(verb, self._user) as change:
            (row, column), (to_row, to_column) = place, to
            there = change.rows.first(DisplayCell, display=display.guid, row=row, column=column)
            refuse_unseen(change, there, seen)
            if there is None:
                raise NotFound("no-such-cell", "Nothing is written in this cell.")
            if change.rows.first(DisplayCell, display=display.guid, row=to_row, column=to_column):
                raise Conflict(
                    "cell-taken",
                    "Something is written in that cell already.",
                    "Nothing was changed. Clear that cell first, or choose another.",
                )
            return change.set(there, row=to_row, column=to_column)

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
        found = followed(rows, corpus, kind_of(kind), settings)
        refuse_missing(found)
        kept = kept_settings(kind_of(kind), found.settings, corpus)
        display_filter(rows, corpus, settings)
        return kept


def _written(settings: Mapping[str, object]) -> str:
    """Settings as one text, whatever their order."""
    return json.dumps(settings, sort_keys=True, default=str, ensure_ascii=False)
