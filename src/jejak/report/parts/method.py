"""The method as it was done: counted from the history, not from the plan."""

from __future__ import annotations

from ...documents.document import Block, Bullets, Paragraph, Section, Table, Text
from ...model import Message, say
from ..facts import CoderFacts, MethodFacts, ReportFacts
from ..frames_named import frames_of
from ..part import Part
from ..standings import who_coded
from ..teller import Teller

__all__ = ["PART"]


def _tell(facts: ReportFacts, tell: Teller) -> tuple[Block, ...]:
    method = facts.method
    return (
        Paragraph(tell.text(_span(method, tell))),
        Paragraph(
            tell.text(say("Everything below is counted from the history of the study.")), "note"
        ),
        Section("coding", tell(say("Coding")), _coding(method, tell)),
        Section("book", tell(say("How the codebook came about")), _book(facts, tell)),
        Section("writing", tell(say("Memos and conclusions")), _writing(facts, tell)),
    )


def _span(method: MethodFacts, tell: Teller) -> Message:
    if method.began is None:
        return say("Nothing has been done yet.")
    first, last = tell.day(method.began), tell.day(method.ended)
    days = say("{n} day|{n} days", n=method.days)
    changes = say("{n} change|{n} changes", n=method.changes)
    undone = say("{n} of them is undone|{n} of them are undone", n=method.undone)
    if first == last:
        return say(
            "The recorded work was done on {day}: {changes}; {undone}.",
            day=first, changes=changes, undone=undone if method.undone else _NONE_UNDONE,
        )  # fmt: skip
    return say(
        "The recorded work began on {first} and reached its present state on {last}: "
        "{changes} on {days}; {undone}.",
        first=first, last=last, changes=changes, days=days,
        undone=undone if method.undone else _NONE_UNDONE,
    )  # fmt: skip


_NONE_UNDONE = say("none of them is undone")


def _coding(method: MethodFacts, tell: Teller) -> tuple[Block, ...]:
    coders = [coder for coder in method.coders if coder.by_origin]
    if not coders:
        return (Paragraph(tell.text(say("Nothing has been coded yet."))),)
    origins = [o for o in _ORIGINS if any(coder.by_origin.get(o) for coder in coders)]
    columns = (
        tell.column(say("Coder")),
        *(tell.column(_ORIGINS[origin], number=True) for origin in origins),
        tell.column(say("In all"), number=True),
        tell.column(say("First coding")),
        tell.column(say("Last coding")),
    )
    rows = [_coder(coder, origins, tell) for coder in coders]
    if len(coders) > 1:
        rows.append(_sum(coders, origins, tell))
    table = Table(
        columns, tuple(rows), tell(say("Codings by coder and origin")), closing=len(coders) > 1
    )
    return (Paragraph(tell.text(_how_many(coders, method))), table)


_ORIGINS = {
    "hand": say("By hand"),
    "in vivo": say("In vivo"),
    "rule": say("By rule"),
    "imported": say("From a table or another program"),
    "suggestion": say("Accepted suggestions"),
    "settled": say("Settled"),
}


def _how_many(coders: list[CoderFacts], method: MethodFacts) -> Message:
    total = sum(sum(coder.by_origin.values()) for coder in coders)
    stand = say("{n} coding stands|{n} codings stand", n=total)
    people = who_coded(coders)
    if not method.taken:
        return say("{stand}, by {people}.", stand=stand, people=people)
    return say(
        "{stand}, by {people}; made and taken away again: {taken}.",
        stand=stand,
        people=people,
        taken=method.taken,
    )


def _coder(coder: CoderFacts, origins: list[str], tell: Teller) -> tuple[Text, ...]:
    name = f"{coder.name} ({tell(say('machine'))})" if coder.machine else coder.name
    return (
        tell.cell(name),
        *(tell.cell(coder.by_origin.get(origin, 0)) for origin in origins),
        tell.cell(sum(coder.by_origin.values())),
        tell.cell(tell.day(coder.first)),
        tell.cell(tell.day(coder.last)),
    )


def _sum(coders: list[CoderFacts], origins: list[str], tell: Teller) -> tuple[Text, ...]:
    return (
        tell.cell(tell(say("In all"))),
        *(tell.cell(sum(coder.by_origin.get(o, 0) for coder in coders)) for o in origins),
        tell.cell(sum(sum(coder.by_origin.values()) for coder in coders)),
        (),
        (),
    )


def _book(facts: ReportFacts, tell: Teller) -> tuple[Block, ...]:
    book = facts.method.book
    if not any(book.values()):
        return (Paragraph(tell.text(say("No code has been made yet."))),)
    frames = frames_of(facts)
    told = [tell.text(_said(one, book[name])) for name, one in _BOOK.items() if book.get(name)]
    if frames:
        told.append(tell.text(say("Ready frames applied: {frames}", frames=frames)))
    now = say("{n} code stands now.|{n} codes stand now.", n=len(facts.codes))
    return (Bullets(tuple(told)), Paragraph(tell.text(now)))


_BOOK = {
    "made": say("{n} code made|{n} codes made"),
    "renamed": say("{n} renaming|{n} renamings"),
    "moved": say("{n} move in the tree|{n} moves in the tree"),
    "defined": say("{n} change of a definition|{n} changes of definitions"),
    "merged": say("{n} merging|{n} mergings"),
    "removed": say("{n} code removed|{n} codes removed"),
}


def _said(template: Message, n: int) -> Message:
    return Message(template.text, {"n": n})


def _writing(facts: ReportFacts, tell: Teller) -> tuple[Block, ...]:
    memos = facts.method.memos
    told = [
        (*tell.text(say("{n} memo|{n} memos", n=n)), *tell.cell(f": {tell.word(kind)}"))
        for kind, n in memos.items()
    ] or [tell.text(say("No memo has been written."))]
    if "reflexive" not in memos:
        told.append(tell.text(say("No reflexive memo says how the researchers shaped the study.")))
    pieces = sum(len(story.evidence) for story in facts.findings)
    told.append(
        tell.text(
            say(
                "{findings} findings written, with {n} pieces of evidence",
                findings=len(facts.findings),
                n=pieces,
            )
        )
    )
    told.append(
        tell.text(say("{n} check judged by a person|{n} checks judged by a person",
                      n=facts.method.judged))
    )  # fmt: skip
    return (Bullets(tuple(told)),)


PART = Part("method", say("Method, as it was done"), _tell)
