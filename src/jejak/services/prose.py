"""The analyst's own words in reports: written at a place, and kept whatever becomes of the place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..errors import InvalidInput
from ..model import Display, Finding, Prose, say
from ..model.display import COVERAGE
from ..model.identity import name_key
from ..report import PARTS
from ..report.arranging import standing, template_named
from ..report.composing import compose
from ..report.placing import SIDES, PlaceHere, places_in
from ..store import Rows, Store
from .report_facts import gather

__all__ = ["Piece", "WrittenProse"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of prose: the name of the place it stands at and on which side of it, the title the
    place has now, and whether the report still has it."""

    prose: Prose
    place: str
    side: str
    title: str
    is_there: bool


class WrittenProse:
    """What analysts wrote into the reports of a study."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    def all(self, template: str | None = None, language: str | None = None) -> list[Prose]:
        """All of it, or that of a template and a language, in the order of its pieces."""
        found = [
            one
            for one in self._store.all(Prose)
            if template in {None, one.template} and language in {None, one.language}
        ]
        return sorted(found, key=lambda one: (one.template, one.position, one.created, one.guid))

    def get(self, guid: str) -> Prose:
        """The piece of that GUID. Raises :class:`NotFound`."""
        return self._store.get(Prose, guid)

    def places(self, template: str = "study", language: str = "id") -> list[PlaceHere]:
        """The places of a report at which can be written: those of all parts, the template's first.

        Raises :class:`InvalidInput` for a template or language that is none.
        """
        kind = template_named(template)
        own = [place.part for _, place in standing(kind)]
        opens = [place for _, place in standing(kind) if place.opens]
        parts = list(dict.fromkeys([*own, *PARTS.names()]))
        facts = gather(self._store, frozenset()).facts
        document = compose(facts, language, parts, template)
        found = [
            PlaceHere(one.part, "", section.title, 1)
            for one in opens
            for section in document.opening[:1]
            if hasattr(section, "title")
        ]
        found += [one for one in places_in(document, facts) if not one.name.startswith("display-")]
        displays = [one for one in self._store.all(Display) if one.kind != COVERAGE]
        found += [PlaceHere(f"display-{d.guid}", f"display-{d.guid}", d.name, 2) for d in displays]
        return found

    def pieces(self, template: str = "study", language: str = "id") -> list[Piece]:
        """The prose of a template in a language, each piece with its place; those whose place has
        gone last. Raises as :meth:`places`."""
        written = self.all(template, language)
        if not written:
            return []
        titles = {one.name: one.title for one in self.places(template, language)}
        found = []
        for one in written:
            place, _, side = one.place.rpartition("/")
            found.append(Piece(one, place, side, titles.get(place, ""), place in titles))
        order = {name: number for number, name in enumerate(titles)}
        last = len(order)
        return sorted(found, key=lambda one: (order.get(one.place, last), SIDES.index(one.side)))

    def add(
        self,
        text: str,
        place: str,
        side: str = "after",
        *,
        template: str = "study",
        language: str = "id",
    ) -> Prose:
        """Write Markdown at a place of a report: a part by its name, a finding by its label, or a name
        of :meth:`places`; ``before`` or ``after`` what is composed there, or ``instead`` of it.

        ``[@key]`` cites, ``[words](jejak:code/GUID)`` names a thing as it is called now. Raises
        :class:`InvalidInput` for a text that says nothing, or a place, template or language that is
        none.
        """
        _says(text)
        where, title = self._place(place, side, template, language)
        verb = say("Write in the report at “{title}”", title=title)
        with self._store.write(verb, self._user) as change:
            there = change.rows.all(Prose, template=template, place=where, language=language)
            position = max((one.position for one in there), default=-1) + 1
            made = Prose(
                template=template, place=where, text=text, language=language, position=position,
                user=self._user,
            )  # fmt: skip
            change.add(made)
        return made

    def update(
        self, prose: Prose, *, text: str | None = None, place: str | None = None,
        side: str | None = None,
    ) -> Prose:  # fmt: skip
        """Change what a piece says, or move it. Raises as :meth:`add`, and :class:`NotFound`."""
        values: dict[str, object] = {}
        verb = say("Change what was written in the report")
        if text is not None:
            _says(text)
            values["text"] = text
        if place is not None or side is not None:
            own, _, was = prose.place.rpartition("/")
            where, title = self._place(place or own, side or was, prose.template, prose.language)
            values["place"] = where
            verb = say("Move what was written in the report to “{title}”", title=title)
        with self._store.write(verb, self._user) as change:
            return change.set(change.rows.get(Prose, prose.guid), **values)

    def remove(self, guids: Sequence[str]) -> int:
        """Take pieces away; how many there were."""
        verb = say("Remove what was written in the report")
        with self._store.write(verb, self._user) as change:
            found = change.rows.among(Prose, "guid", guids)
            change.remove(*found)
        return len(found)

    def _place(self, place: str, side: str, template: str, language: str) -> tuple[str, str]:
        """The place as it is kept, and its title."""
        if side not in SIDES:
            raise InvalidInput(
                "no-such-side",
                f"“{side}” is no side of a place.",
                f"Use one of: {', '.join(SIDES)}.",
            )
        places = self.places(template, language)
        titles = {one.name: one.title for one in places}
        names = {one.anchor: one.name for one in places} | {name: name for name in titles}
        with self._store.read() as rows:
            name = names.get(place) or _finding(rows, place)
        if name not in titles:
            raise InvalidInput(
                "no-such-place",
                f"The report has no place “{place}”.",
                "Give a part by its name, a finding by its label, or a place that the list names.",
            )
        return f"{name}/{side}", titles[name]


def _says(text: str) -> None:
    if not text.strip():
        raise InvalidInput(
            "empty-prose",
            "A text that says nothing was not kept.",
            "Write something, or remove it.",
        )


def _finding(rows: Rows, label: str) -> str:
    for one in rows.all(Finding):
        if name_key(one.label) == name_key(label):
            return f"finding-{one.guid}"
    return ""
