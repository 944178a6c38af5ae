"""Composing a report: its first page and the parts that were asked for, in their order."""

from __future__ import annotations

from collections.abc import Sequence

from ..documents.document import Block, Document, Facts, Notice, Section
from ..errors import InvalidInput
from ..i18n import check_language
from ..model import Message, say
from . import PARTS
from .facts import ReportFacts
from .teller import Teller

__all__ = ["chosen_parts", "compose"]


def chosen_parts(parts: Sequence[str] | None) -> tuple[str, ...]:
    """Names of parts in the report's own order; all of them for ``None``.

    Raises :class:`InvalidInput` for a name that is none.
    """
    names = PARTS.names()
    if parts is None:
        return names
    unknown = [part for part in parts if part not in names]
    if unknown:
        raise InvalidInput(
            "unknown-part",
            f"A report has no part “{unknown[0]}”.",
            f"There are: {', '.join(names)}.",
        )
    return tuple(name for name in names if name in set(parts))


def compose(facts: ReportFacts, language: str, parts: Sequence[str] | None = None) -> Document:
    """The report in a language. Raises :class:`InvalidInput` for a language or part that is none."""
    tell = Teller(check_language(language))
    chosen = chosen_parts(parts)
    sections = []
    for name in chosen:
        part = PARTS.get(name)
        sections.append(Section(name, tell(part.title), part.tell(facts, tell)))
    return Document(
        language=language,
        title=facts.info.title,
        subtitle=tell(say("Report of a qualitative study")),
        opening=_opening(facts, tell),
        sections=tuple(sections),
        contents=tell(say("Contents")),
        closing=_closing(facts, tell),
        figure=tell(say("Figure")),
        table=tell(say("Table")),
    )


def _opening(facts: ReportFacts, tell: Teller) -> tuple[Block, ...]:
    blocks: list[Block] = []
    if facts.info.description.strip():
        blocks.append(
            Notice(tell(say("About this study")), tell.cell(facts.info.description.strip()))
        )
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
