"""Checklists: filled by the study where it can, answered by people where it cannot or errs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib import import_module

from ..documents.document import Document
from ..errors import Conflict, InvalidInput, NotFound
from ..formats.table_out import table_bytes
from ..i18n import check_language
from ..model import Item, say
from ..model.identity import now
from ..model.review import ITEM_STATES
from ..report.checklists.checklist import Checklist, checklist, checklists
from ..report.checklists.filling import FilledList, filled_list
from ..report.checklists.telling import document_of, rows_of
from ..report.discretion import fit_to_leave
from ..report.teller import Teller
from ..store import Rows, Store
from ..store.revisions import revisions
from .report_facts import Gathered, gather

__all__ = ["ENDINGS", "Checklists", "Standing"]

_TABLES = (".csv", ".xlsx", ".json")
_WRITERS = {
    ".html": "html:as_page", ".pdf": "pdf:as_pdf", ".docx": "docx:as_word",
    ".md": "markdown:as_markdown", ".tex": "latex:as_latex",
}  # fmt: skip
ENDINGS = (*_WRITERS, *_TABLES)


@dataclass(frozen=True, slots=True)
class Standing:
    """A filled checklist as of change ``seq``; ``leaves`` gives a text as it may leave the study."""

    filled: FilledList
    leaves: Callable[[str], str]
    seq: int


class Checklists:
    """The checklists of a study."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    def all(self) -> tuple[Checklist, ...]:
        """The checklists there are."""
        return checklists()

    def read(self, name: str) -> Standing:
        """A checklist as it stands: what the study says to each item, and what was answered.

        Raises :class:`NotFound`.
        """
        wanted = checklist(name).name
        gathered = self._gathered(wanted)
        return Standing(
            filled_list(wanted, gathered.facts),
            gathered.discretion.text,
            gathered.facts.version,
        )

    def answer(
        self,
        name: str,
        number: str,
        *,
        state: str | None = None,
        text: str | None = None,
        place: str | None = None,
        expected: int | None = None,
    ) -> Item:
        """Answer an item, or change what one answered before; what is not given stays as it was.

        ``state`` is one of *on record*, *partly*, *not on record*, *not applicable*; ``place`` says
        where in the report it is told. Raises :class:`NotFound`, :class:`InvalidInput`, and
        :class:`Conflict` where one's answer stands no more at the revision ``expected`` (0: none yet).
        """
        wanted = checklist(name)
        item = wanted.item(number)
        if state is not None and state not in ITEM_STATES:
            raise InvalidInput(
                "unknown-state", f"“{state}” is no state of an item.",
                f"Use one of: {', '.join(ITEM_STATES)}.",
            )  # fmt: skip
        given = {"state": state, "text": text, "place": place}
        kept = {name: said.strip() for name, said in given.items() if said is not None}
        verb = say("Answer item {item} of {checklist}", item=item.number, checklist=wanted.short)
        with self._store.write(verb, self._user) as change:
            there = change.rows.first(
                Item, checklist=wanted.name, item=item.number, user=self._user
            )
            _check(change.rows, there, expected)
            begun = there or Item(checklist=wanted.name, item=item.number, user=self._user)
            made = replace(begun, created=now(), **kept)
            if not made.text and made.state == "not applicable":
                raise InvalidInput("no-reason", "Say why the item does not apply.")
            if there is None:
                change.add(made)
                return made
            return change.set(there, created=made.created, **kept)

    def withdraw(self, name: str, number: str, *, expected: int | None = None) -> int:
        """Take one's own answer to an item back, so that what the study says holds again; how many
        there were. Raises as :meth:`answer`, and :class:`NotFound` where one has not answered."""
        wanted = checklist(name)
        item = wanted.item(number)
        verb = say(
            "Take back the answer to item {item} of {checklist}",
            item=item.number, checklist=wanted.short,
        )  # fmt: skip
        with self._store.write(verb, self._user) as change:
            own = change.rows.first(Item, checklist=wanted.name, item=item.number, user=self._user)
            if own is None:
                raise NotFound("no-answer", f"You have not answered item {item.number}.")
            _check(change.rows, own, expected)
            change.remove(own)
        return 1

    def document(self, name: str, language: str = "en") -> Document:
        """A checklist as a document that may leave the study. Raises :class:`NotFound`,
        :class:`InvalidInput` (language)."""
        tell = Teller(check_language(language))
        wanted = checklist(name).name
        gathered = self._gathered(wanted)
        told = document_of(filled_list(wanted, gathered.facts), gathered.facts, tell)
        return fit_to_leave(told, gathered.discretion)

    def file(self, name: str, ending: str, language: str = "en") -> bytes:
        """A checklist as the bytes of a file with one of :data:`ENDINGS`.

        Raises :class:`NotFound`, :class:`InvalidInput`, :class:`MissingExtra`.
        """
        ending = ending.lower()
        if ending in _TABLES:
            return self._table(name, ending, language)
        place = _WRITERS.get(ending)
        if place is None:
            raise InvalidInput(
                "unknown-ending", f"A checklist cannot be written as “{ending}”.",
                f"It can be: {', '.join(ENDINGS)}.",
            )  # fmt: skip
        module, _, function = place.partition(":")
        writer: Callable[[Document], bytes] = getattr(
            import_module(f"jejak.documents.{module}"), function
        )
        return writer(self.document(name, language))

    def _table(self, name: str, ending: str, language: str) -> bytes:
        tell = Teller(check_language(language))
        standing = self.read(name)
        names, table = rows_of(standing.filled, tell)
        clean = [
            {key: standing.leaves(one) if isinstance(one, str) else one for key, one in row.items()}
            for row in table
        ]
        return table_bytes(ending, names, clean, title=standing.filled.checklist.name)

    def _gathered(self, name: str) -> Gathered:
        return gather(self._store, frozenset({name}))


def _check(rows: Rows, there: Item | None, expected: int | None) -> None:
    """Raise :class:`Conflict` where an answer was changed since it was seen."""
    now = revisions(rows, Item.KIND, [there.guid])[there.guid] if there else 0
    if expected is not None and expected != now:
        raise Conflict(
            "stale-revision",
            "Your answer was changed since you saw it.",
            "Nothing was changed. Look at it as it is now, then decide again.",
        )
