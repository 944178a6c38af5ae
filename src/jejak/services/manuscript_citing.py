"""How the sources that a manuscript rests on are cited."""

from __future__ import annotations

from ..i18n import translate
from ..model import Link, Reference, Source, StudyInfo, say
from ..model.literature import short_citation, title_of
from ..report.words import WORDS
from ..store import Rows
from .leaving import Leaving

__all__ = ["Citing"]


class Citing:
    """The citations of sources, in words that are fit to leave."""

    def __init__(self, rows: Rows, leaving: Leaving, language: str) -> None:
        self._leaving = leaving
        self._language = language
        self._title = rows.all(StudyInfo)[0].title
        self._works = _works_of(rows)

    def of(self, source: Source) -> str:
        """How a source is cited: the works it cites where it is literature, else as material of the
        study."""
        if source.kind == "literature" and source.guid in self._works:
            return self._leaving.discretion.literature("; ".join(self._works[source.guid]))
        kind = translate(WORDS[source.kind], self._language)
        named = {"source": source.name, "kind": kind, "title": self._title}
        told = say("{source} ({kind}). Material of the study “{title}”.", **named)
        if source.collected:
            told = say(
                "{source} ({kind}, {date}). Material of the study “{title}”.",
                **named, date=source.collected,
            )  # fmt: skip
        return self._leaving.text(translate(told, self._language))


def _works_of(rows: Rows) -> dict[str, list[str]]:
    """The works that sources are, or cite, by the GUID of the source: author, year and title."""
    works = {one.guid: one.csl for one in rows.all(Reference)}
    found: dict[str, list[str]] = {}
    for link in rows.all(Link, role="reference", owner_kind=Source.KIND) if works else ():
        csl = works.get(link.target)
        if csl is not None:
            told = dict.fromkeys((short_citation(csl), title_of(csl)))
            found.setdefault(link.owner, []).append(". ".join(filter(None, told)))
    return found
