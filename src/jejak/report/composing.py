"""Composing a report: its first page and the parts of its template that were asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ..documents.document import Block, Document, Facts, Fold, Front, Notice, Quote, Section, words
from ..i18n import check_language
from ..model import Message, say
from . import PARTS
from .arranging import arranged, chosen_parts, template_named
from .facts import ReportFacts
from .teller import Teller
from .template import Chapter, Place

__all__ = ["compose"]

# What is told in short has its place where nothing tells it whole.
_SHORT = "told-"


def compose(
    facts: ReportFacts, language: str, parts: Sequence[str] | None = None, template: str = "study"
) -> Document:
    """The report in a language. Raises :class:`InvalidInput` for a language, part or template that is
    none."""
    tell = Teller(check_language(language))
    kind = template_named(template)
    contents = arranged(kind, chosen_parts(parts, kind))
    opens = [one for one in contents if isinstance(one, Place) and one.opens]
    opening = (block for one in opens for block in PARTS.get(one.part).tell(facts, tell))
    sections = tuple(_section(one, facts, tell) for one in contents if one not in opens)
    return Document(
        language=language,
        title=facts.info.title,
        subtitle=tell(kind.subtitle),
        opening=(*(_sums(facts, tell) if kind.sums else ()), *opening),
        sections=_placed(sections),
        contents=tell(say("Contents")) if kind.listed else "",
        closing=_closing(facts, tell),
        figure=tell(say("Figure")),
        table=tell(say("Table")),
        front=_front(facts, tell) if kind.front else None,
        numbered=kind.numbered,
        first=kind.first,
        chapter="" if kind.chapter is None else tell(kind.chapter),
        tables=tell(say("List of tables")) if kind.lists else "",
        figures=tell(say("List of figures")) if kind.lists else "",
        notes=tell(say("Notes")),
    )


def _section(one: Chapter | Place, facts: ReportFacts, tell: Teller) -> Section:
    if isinstance(one, Chapter):
        inner = tuple(_section(place, facts, tell) for place in one.places)
        return Section(one.name, tell(one.title), inner, numbered=one.numbered)
    part = PARTS.get(one.part)
    blocks = part.tell(facts, tell)
    return Section(one.part, tell(one.title or part.title), blocks, numbered=one.numbered)


def _placed(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The sections, what is told in short under the name of the whole where that is not told."""
    whole = {one.anchor for one in _named(sections)}
    return tuple(_renamed(one, whole) for one in sections)


def _named(blocks: Sequence[Block]) -> list[Section | Quote]:
    found: list[Section | Quote] = []
    for block in blocks:
        if isinstance(block, Section | Quote):
            found.append(block)
        if isinstance(block, Section | Fold):
            found += _named(block.blocks)
    return found


def _renamed(block: Any, whole: set[str]) -> Any:
    new: dict[str, Any] = {}
    if isinstance(block, Section | Fold):
        new["blocks"] = tuple(_renamed(one, whole) for one in block.blocks)
    if isinstance(block, Section | Quote) and block.anchor.startswith(_SHORT):
        anchor = block.anchor.removeprefix(_SHORT)
        new |= {} if anchor in whole else {"anchor": anchor}
    return replace(block, **new) if new else block


def _front(facts: ReportFacts, tell: Teller) -> Front:
    people = [coder.name for coder in facts.method.coders if not coder.machine]
    return Front(
        authors=tuple(people),
        note=facts.info.description.strip(),
        date=tell.when(f"{facts.made:%Y-%m}"),
    )


def _sums(facts: ReportFacts, tell: Teller) -> tuple[Block, ...]:
    blocks: list[Block] = []
    if facts.info.description.strip():
        blocks.append(Notice(tell(say("About this study")), words(facts.info.description.strip())))
    people = [coder.name for coder in facts.method.coders if not coder.machine]
    pairs = [
        (tell(say("Worked on by")), tell.cell(people or tell(say("nobody yet")))),
        (tell(say("Material")), tell.text(say("{n} source|{n} sources", n=len(facts.sources)))),
        (tell(say("Cases")), tell.text(say("{n} case|{n} cases", n=len(facts.cases)))),
        (tell(say("Findings")), tell.text(say("{n} finding|{n} findings", n=len(facts.findings)))),
        (tell(say("Report of")), tell.text(_stand(facts, tell))),
    ]
    return (*blocks, Facts(tuple(pairs)))


def _stand(facts: ReportFacts, tell: Teller) -> Message:
    return say("{day}, as of change {n}", day=tell.day(facts.made), n=facts.version)


def _closing(facts: ReportFacts, tell: Teller) -> str:
    return tell(
        say(
            "Composed by Jejak on {day} from the study as it stood after change {n}.",
            day=tell.day(facts.made),
            n=facts.version,
        )
    )
