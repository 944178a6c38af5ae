"""Passages of a manuscript on the terminal: what was changed in a quotation is shown in place."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from ..model import Message, say
from .language import note, tell

if TYPE_CHECKING:
    from ..analysis.quoting.comparing import Compared
    from ..model import Manuscript
    from ..services.manuscript_cards import PassageCard
    from ..services.manuscript_matching import Brought

__all__ = ["misquotes", "passage_row", "tell_brought", "tell_passages"]

_STANDINGS = {
    "misquoted": say("not in the words of its source"),
    "gone": say("the words are no longer in their source"),
    "adrift": say("no longer in the manuscript"),
    "unfound": say("not found in the material"),
    "proposed": say("proposed"),
    "tied": say("tied"),
    "set aside": say("set aside"),
}
_COLOURS = {
    "misquoted": "red",
    "gone": "red",
    "adrift": "yellow",
    "unfound": "yellow",
    "tied": "green",
}
_SHOWN = 300


def tell_brought(brought: Brought) -> None:
    """Say what came of bringing a manuscript in."""
    name = brought.manuscript.name
    if brought.new:
        note(say("“{name}” was brought in.", name=name))
    else:
        note(
            say(
                "A new version of “{name}” was brought in: {kept} passages stand as they stood, "
                "{reworded} were reworded and kept what they are tied to, {adrift} are no longer there.",
                name=name, kept=brought.kept, reworded=brought.reworded, adrift=brought.adrift,
            )
        )  # fmt: skip
    if brought.naming:
        note(
            say(
                "A name that the study knows to be real stands in paragraph {which}.|Names that the "
                "study knows to be real stand in paragraphs {which}.",
                n=len(brought.naming), which=list(brought.naming[:20]),
            )
        )  # fmt: skip


def tell_passages(manuscript: Manuscript, cards: Sequence[PassageCard]) -> None:
    """List the passages, and sum them up."""
    for card in cards:
        for line in _lines(card):
            click.echo(line, color=_colour())
        click.echo()
    counts = Counter(card.standing for card in cards)
    told = [
        say("{count} {standing}", count=count, standing=_STANDINGS[standing])
        for standing, count in sorted(
            counts.items(), key=lambda one: list(_STANDINGS).index(one[0])
        )
    ]
    if not told:
        note(say("“{name}” quotes nothing that is marked as a quotation.", name=manuscript.name))
        return
    click.echo(tell(say("{n} passage: {told}|{n} passages: {told}", n=len(cards), told=told)))
    if counts["misquoted"]:
        click.echo(tell(say("[-…-] stands in the source alone, {{+…+}} in the quotation alone.")))


def _colour() -> bool | None:
    return False if os.environ.get("NO_COLOR") else None


def _lines(card: PassageCard) -> list[str]:
    one = card.annotation
    where = "" if card.spot is None else f"¶{card.spot.paragraph}"
    standing = click.style(
        tell(_STANDINGS[card.standing]), fg=_COLOURS.get(card.standing), bold=True
    )
    lines = [f"{card.number:>3}  {where:<5} {standing}"]
    words = one.passage if card.compared is None else _compared(card.compared)
    lines.append(f"     “{_short(words)}”")
    if card.source is not None and card.segment is not None:
        lines.append(f"     ← {card.source.name}:{card.segment.start}-{card.segment.end}")
    lines += [
        f"     {tied.finding.label}  {_short(tied.finding.statement)}" for tied in card.findings
    ]
    return [*lines, *(f"     {line}" for line in one.note.splitlines())]


def _compared(compared: Compared) -> str:
    if not compared.differences:
        return "".join(one.text for one in compared.stretches)
    told = []
    for one in compared.stretches:
        if one.kind == "missing":
            told.append(click.style(f"[-{one.text}-]", fg="red"))
        elif one.kind == "added":
            told.append(click.style(f"{{+{one.text}+}}", fg="green"))
        else:
            told.append(one.text)
    return "".join(told)


def _short(words: str) -> str:
    line = " ".join(words.split())
    # A long one that is coloured is not cut: a colour would stay open.
    return line if len(line) <= _SHOWN or "\x1b" in line else f"{line[: _SHOWN - 1]}…"


def passage_row(card: PassageCard) -> dict[str, Any]:
    """A passage for programs."""
    one, compared = card.annotation, card.compared
    return {
        "number": card.number,
        "guid": one.guid,
        "standing": card.standing,
        "state": one.state,
        "paragraph": card.spot.paragraph if card.spot else None,
        "start": card.spot.start if card.spot else None,
        "end": card.spot.end if card.spot else None,
        "passage": one.passage,
        "source": card.source.name if card.source else None,
        "source_start": card.segment.start if card.segment else None,
        "source_end": card.segment.end if card.segment else None,
        "excerpt": card.excerpt,
        "differences": compared.differences if compared else None,
        "compared": [[each.kind, each.text] for each in compared.stretches] if compared else None,
        "findings": [tied.finding.label for tied in card.findings],
        "note": one.note,
        "translation": one.translation,
        "translator": one.translator,
    }


def misquotes(found: Sequence[tuple[Manuscript, Sequence[PassageCard]]]) -> list[Message]:
    """A sentence for each manuscript that quotes otherwise than its sources say."""
    return [
        say(
            "“{name}” has {n} quotation that is not in the words of its source: {which}|“{name}” has {n} "
            "quotations that are not in the words of their source: {which}",
            name=manuscript.name, n=len(cards), which=[card.number for card in cards],
        )
        for manuscript, cards in found
    ]  # fmt: skip
