"""What analysts wrote, at its places in a report: before, after or instead of what is composed there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from ..documents.document import Block, Document, Fold, Notice, Run, Section
from ..model import Prose
from .anchors import code_anchor, finding_anchor
from .facts import ReportFacts
from .prose import MENTION, prose
from .template import Template

__all__ = ["SIDES", "PlaceHere", "places_in", "with_prose"]

# Where words stand at a place.
SIDES = ("before", "after", "instead")
_SHORT = "told-"
_OF_FINDINGS = ("", "-supports", "-qualifies", "-contradicts", "-checks")
Given = Mapping[str, Sequence[Prose]]


@dataclass(frozen=True, slots=True)
class PlaceHere:
    """A place of a report: its name, which stays, the anchor it has in the document now, its title,
    and how deep it stands (1 is the highest)."""

    name: str
    anchor: str
    title: str
    level: int


def places_in(document: Document, facts: ReportFacts) -> list[PlaceHere]:
    """Every place of a report at which an analyst can write, in its order, each once."""
    names = _names(facts)
    found: dict[str, PlaceHere] = {}
    for section, level in _sections(document.sections, 1):
        name = names(section.anchor)
        title = f"{section.label} {section.title}" if section.label else section.title
        found.setdefault(name, PlaceHere(name, section.anchor, title, level))
    return list(found.values())


def with_prose(
    document: Document, facts: ReportFacts, written: Iterable[Prose], template: Template
) -> Document:
    """The report with what was written at its places, in the order of the pieces; what stands at
    none of its places is left out. Nobody is asked any more for what is written."""
    given: dict[str, list[Prose]] = {}
    for one in sorted(written, key=lambda one: (one.position, one.created, one.guid)):
        given.setdefault(one.place, []).append(one)
    if not given:
        return document
    writer = _Writer(given, facts)
    opens = [place.part for _, place in template.places() if place.opens]
    opening = document.opening
    for part in opens:
        opening = writer.at(part, opening)
    return replace(document, opening=opening, sections=writer.blocks(document.sections))


class _Writer:
    def __init__(self, given: Given, facts: ReportFacts) -> None:
        self._given = given
        self._names = _names(facts)
        self._known = _mentioned(facts)
        self._taken: set[str] = set()

    def blocks(self, blocks: Iterable[Block]) -> tuple[Any, ...]:
        """The blocks with all that was written within them."""
        return tuple(self._block(one) for one in blocks)

    def at(self, place: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """What stands at a place with what was written there."""
        if place in self._taken:
            return blocks
        self._taken.add(place)
        told = {side: self._told(place, side) for side in SIDES}
        if not any(told.values()):
            return blocks
        if told["instead"]:
            blocks = ()
        rest = (one for one in blocks if not (isinstance(one, Notice) and one.asks))
        return (*told["before"], *told["instead"], *rest, *told["after"])

    def _block(self, block: Block) -> Block:
        if isinstance(block, Fold):
            return replace(block, blocks=self.blocks(block.blocks))
        if not isinstance(block, Section):
            return block
        inner = self.blocks(block.blocks)
        place = self._names(block.anchor)
        return replace(block, blocks=self.at(place, inner) if block.anchor else inner)

    def _told(self, place: str, side: str) -> list[Block]:
        pieces = self._given.get(f"{place}/{side}", ())
        return [block for one in pieces for block in self._piece(one)]

    def _piece(self, one: Prose) -> Iterator[Block]:
        number = 0
        for block in _called(prose(one.text), self._known):
            if isinstance(block, Section):
                number += 1
                yield replace(block, anchor=f"prose-{one.guid}-{number}", listed=True)
            else:
                yield block


def _sections(blocks: Iterable[Block], level: int) -> Iterator[tuple[Section, int]]:
    for block in blocks:
        if isinstance(block, Section):
            if block.anchor:
                yield block, level
            yield from _sections(block.blocks, level + 1)
        elif isinstance(block, Fold):
            yield from _sections(block.blocks, level)


def _names(facts: ReportFacts) -> Callable[[str], str]:
    """The name of a place by its anchor: of a finding by its GUID, whatever it is called now."""
    known = {
        f"{finding_anchor(one.finding)}{what}": f"finding-{one.finding.guid}{what}"
        for one in facts.findings
        for what in _OF_FINDINGS
    }

    def name(anchor: str) -> str:
        own = anchor.removeprefix(_SHORT)
        return known.get(own, own)

    return name


def _mentioned(facts: ReportFacts) -> Callable[[str], Run | None]:
    """What a link to something of the study comes to: its name as of now, leading to its place."""
    known: dict[str, Run] = {}
    for code in facts.codes:
        known[f"code/{code.code.guid}"] = Run(code.code.name, link=code_anchor(code.code.guid))
    for story in facts.findings:
        finding = story.finding
        known[f"finding/{finding.guid}"] = Run(finding.label, link=finding_anchor(finding))
    for case in facts.cases:
        known[f"case/{case.case.guid}"] = Run(case.case.name)
    for source in facts.sources:
        known[f"source/{source.source.guid}"] = Run(source.source.name)
    return lambda address: known.get(address.removeprefix(MENTION).lower())


def _called(part: Any, known: Callable[[str], Run | None]) -> Any:
    """The same with every mention as its thing is called now; in its own words where it is gone."""
    if isinstance(part, tuple):
        return tuple([_called(one, known) for one in part])
    if isinstance(part, Run):
        if part.link is None or not part.link.startswith(MENTION):
            return part
        now = known(part.link)
        return (
            replace(part, link=None) if now is None else replace(part, text=now.text, link=now.link)
        )
    if not is_dataclass(part) or isinstance(part, type):
        return part
    new = {one.name: _called(getattr(part, one.name), known) for one in fields(part)}
    return replace(part, **new)
