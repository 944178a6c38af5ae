"""Cases as a notebook sees them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..errors import NotFound
from ..model import Case, Consent
from ..model.query import Compare
from ..services.cases import CaseCard, Cases
from ..services.leaving import Leaving
from ..services.passage_files import check_ending, columns_file
from ..services.sources import Sources
from ..store import Store
from .collection import Collection
from .handle import Handle
from .results import Result
from .sources import SourceHandle
from .tabular import Column, typed_column

__all__ = ["CaseCollection", "CaseHandle"]


class CaseHandle(Handle[Case]):
    """A participant or any other unit of analysis."""

    def __init__(self, store: Store, user: str, guid: str) -> None:
        super().__init__(store, user, Case, guid)

    def _card(self) -> CaseCard:
        cards = Cases(self._store, self._user).cards()
        found = next((card for card in cards if card.case.guid == self.guid), None)
        if found is None:
            raise NotFound("no-such-case", f"There is no case {self.guid}.")
        return found

    @property
    def kind(self) -> str:
        """Person, group, channel, place or other."""
        return self.record.kind

    @property
    def attributes(self) -> Mapping[str, str]:
        """What is known of it, as text in the exact form of each attribute's type."""
        return self._card().attributes

    @property
    def speakers(self) -> tuple[str, ...]:
        """The names it speaks under."""
        return self._card().speakers

    @property
    def consent(self) -> tuple[Consent, ...]:
        """What it agreed to."""
        return self._card().consent

    @property
    def sources(self) -> list[SourceHandle]:
        """The sources that belong to it."""
        return [SourceHandle(self._store, self._user, guid) for guid, _ in self._card().sources]

    def segments(self) -> Result:
        """The coded passages in its words."""
        return Result(self._store, self._user, Compare("case", "", "=", (self.name,)))

    def set(self, values: Mapping[str, object] | None = None, /, **more: object) -> None:
        """Set attributes by name; ``None`` takes a value away. New attributes are made.

        Raises :class:`InvalidInput` where a value is not of the attribute's type.
        """
        given = {**(values or {}), **more}
        plain = {name: None if value is None else str(value) for name, value in given.items()}
        Cases(self._store, self._user).set_attributes(self.record, plain)

    def speaks_as(self, name: str, source: str | None = None) -> None:
        """Say that the turns of a speaker (in one source, or in all) are its words."""
        Cases(self._store, self._user).tie_speaker(self.record, name, source)

    def add_source(self, source: SourceHandle | str) -> None:
        """Say that a source belongs to it. Raises :class:`NotFound`."""
        name = source if isinstance(source, str) else source.guid
        found = Sources(self._store, self._user).get(name)
        Cases(self._store, self._user).tie_source(self.record, found)

    def update(
        self, *, name: str | None = None, kind: str | None = None, description: str | None = None
    ) -> None:
        """Change its pseudonym, kind or description. Raises :class:`InvalidInput`, :class:`Conflict`."""
        given = {"name": name, "kind": kind, "description": description}
        changed: dict[str, Any] = {key: value for key, value in given.items() if value is not None}
        Cases(self._store, self._user).update(self.record, **changed)

    def remove(self) -> None:
        """Remove it; its sources stay."""
        Cases(self._store, self._user).remove(self.record)


class CaseCollection(Cases, Collection[CaseHandle]):
    """The cases of a study, by pseudonym or GUID."""

    def values(self) -> list[CaseHandle]:
        """Every case."""
        return [self._handle(case.guid) for case in self.all()]

    def keys(self) -> list[str]:
        """The pseudonyms."""
        return [case.name for case in self.all()]

    def __len__(self) -> int:
        return self._store.count(Case)

    def file(self, ending: str) -> bytes:
        """The cases with their attributes as a table that may leave the study: without real names and
        without what stays. Raises :class:`InvalidInput` (ending), :class:`MissingExtra`."""
        with self._store.view() as rows:
            stays = Leaving(rows).hidden_names
            shown = [one for one in self.columns() if one.name not in stays]
            return columns_file(rows, shown, check_ending(ending), "cases")

    def _find(self, name: str) -> CaseHandle:
        return self._handle(self.get(name).guid)

    def _handle(self, guid: str) -> CaseHandle:
        return CaseHandle(self._store, self._user, guid)

    def _columns(self) -> list[Column]:
        cards, attributes = self.cards(), [a for a in self.attributes() if a.of == "case"]
        return [
            Column("guid", "text", [card.case.guid for card in cards]),
            Column("name", "text", [card.case.name for card in cards]),
            Column("kind", "text", [card.case.kind for card in cards]),
            Column("sources", "texts", [[name for _, name in card.sources] for card in cards]),
            Column("speakers", "texts", [list(card.speakers) for card in cards]),
            *(
                typed_column(a.name, a.type, [card.attributes.get(a.name) for card in cards])
                for a in attributes
            ),
        ]
