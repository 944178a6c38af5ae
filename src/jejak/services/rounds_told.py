"""Rounds in words, as a table, and for JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..analysis.agreement import COEFFICIENTS
from ..i18n import translate
from ..model import Message, User, say
from ..model.table import Column
from .agreement_told import unit_of
from .round_cards import RoundCard
from .round_figures import Figure, figures_of
from .round_plan import RoundPlan

__all__ = ["STATES", "reading_columns", "round_columns", "round_remarks", "told_plan", "told_round"]

STATES = {"to read": say("to read"), "begun": say("begun"), "read": say("read")}


def round_remarks(card: RoundCard) -> list[Message]:
    """What is to be said of a round: how far it is, what was left unread, what it came to."""
    one = card.round
    told: list[Message] = []
    if one.closed is None:
        told.append(
            say("It is open: its coders do not see what the others coded in its sources.")
            if not one.again
            else say(
                "It is open: its coders do not see what they or others coded in its sources before."
            )
        )
    if card.unread:
        told.append(
            say(
                "{n} of {all} readings is not begun.|{n} of {all} readings are not begun.",
                n=card.unread, all=card.readings,
            )
            if one.closed is None
            else say(
                "{n} of {all} readings was never begun and counts as missing.|"
                "{n} of {all} readings were never begun and count as missing.",
                n=card.unread, all=card.readings,
            )
        )  # fmt: skip
    if card.recoded:
        told.append(
            say("The codebook was changed while it was open.")
            if one.closed is not None
            else say("The codebook was changed since it was opened.")
        )
    names = {coder.guid: coder.name for coder in card.coders}
    told += [_came_to(figure, names) for figure in figures_of(one)]
    return told


def _came_to(figure: Figure, names: dict[str, str]) -> Message:
    title = COEFFICIENTS.get(figure.measure).title
    who = (
        say("{coder} with themselves", coder=names.get(figure.coder, "")) if figure.coder else None
    )
    if figure.value is None:
        why = figure.reason or say("it is not defined")
        if who is not None:
            return say("{who}: no {title}. {why}", who=who, title=title, why=why)
        return say("No {title}: {why}", title=title, why=why)
    shown = _shown(figure, title, round(figure.value, 3) + 0.0)
    if who is not None:
        return say("{who}: {shown}.", who=who, shown=shown)
    return say(
        "It came to {shown}, with {n} difference, as of change {seq}.|"
        "It came to {shown}, with {n} differences, as of change {seq}.",
        shown=shown, n=figure.differences, seq=figure.seq,
    )  # fmt: skip


def _shown(figure: Figure, title: Message, value: float) -> Message:
    if figure.low is not None and figure.high is not None:
        return say(
            "{title} {value} (interval {low} to {high})",
            title=title, value=value, low=round(figure.low, 2) + 0.0, high=round(figure.high, 2) + 0.0,
        )  # fmt: skip
    if figure.least is not None and figure.greatest is not None:
        return say(
            "{title} {value} ({least} to {greatest} without any one source)",
            title=title, value=value, least=round(figure.least, 2) + 0.0,
            greatest=round(figure.greatest, 2) + 0.0,
        )  # fmt: skip
    return say("{title} {value}", title=title, value=value)


def round_columns(cards: Sequence[RoundCard]) -> list[Column]:
    """A row for each agreement of each round; one without figures where a round has none yet."""
    rows: list[tuple[RoundCard, Figure | None]] = []
    for card in cards:
        rows += [(card, figure) for figure in figures_of(card.round)] or [(card, None)]

    def told(field: str) -> list[Any]:
        return [getattr(figure, field, None) for _, figure in rows]

    return [
        Column("round", "text", [card.round.name for card, _ in rows]),
        Column("opened", "moment", [card.round.opened for card, _ in rows]),
        Column("closed", "moment", [card.round.closed for card, _ in rows]),
        Column("again", "boolean", [card.round.again for card, _ in rows]),
        Column("coders", "texts", [_whose(card, figure) for card, figure in rows]),
        Column("sources", "whole", [len(card.tasks) for card, _ in rows]),
        Column("compared", "whole", told("sources")),
        Column("measure", "text", told("measure")),
        Column(
            "unit",
            "text",
            [figure and unit_of(figure.measure, figure.unit) for _, figure in rows],
        ),
        Column("value", "number", told("value")),
        Column("low", "number", told("low")),
        Column("high", "number", told("high")),
        Column("least", "number", told("least")),
        Column("greatest", "number", told("greatest")),
        Column("differences", "whole", told("differences")),
        Column("as of", "whole", told("seq")),
    ]


def _whose(card: RoundCard, figure: Figure | None) -> list[str]:
    if figure is None or figure.coder is None:
        return [coder.name for coder in card.coders]
    return [coder.name for coder in card.coders if coder.guid == figure.coder]


def reading_columns(card: RoundCard, language: str = "en") -> list[Column]:
    """A row for each source of a round: who is to read it, and how far they are."""
    tasks = card.tasks
    return [
        Column("source", "text", [task.source.name for task in tasks]),
        Column("kind", "text", [task.source.kind for task in tasks]),
        Column("characters", "whole", [task.source.length for task in tasks]),
        Column("coders", "texts", [[each.coder.name for each in task.readers] for task in tasks]),
        Column(
            "state",
            "texts",
            [[translate(STATES[each.state], language) for each in task.readers] for task in tasks],
        ),
    ]


def told_plan(plan: RoundPlan, language: str) -> dict[str, Any]:
    """A plan for JSON, with what is to say of it."""
    names = [coder.name for coder in plan.coders]
    return {
        "overlap": plan.overlap, "readers": plan.readers, "seed": plan.seed, "again": plan.again,
        "coders": [
            {"guid": coder.guid, "name": coder.name, "sources": many, "characters": length}
            for coder, (many, length) in zip(plan.coders, plan.loads, strict=True)
        ],
        "sources": [
            {
                "guid": one.source.guid, "name": one.source.name, "kind": one.source.kind,
                "characters": one.source.length, "coders": [names[at] for at in one.coders],
            }
            for one in plan.sources
        ],
        "remarks": [translate(one, language) for one in plan.told()],
    }  # fmt: skip


def told_round(card: RoundCard, language: str) -> dict[str, Any]:
    """A round for JSON, with what is to say of it."""
    one = card.round
    return {
        "guid": one.guid, "name": one.name, "opened": one.opened, "closed": one.closed,
        "again": one.again, "codebook": one.codebook, "recoded": card.recoded,
        "coders": [_coder(card, coder) for coder in card.coders],
        "sources": [
            {
                "guid": task.source.guid, "name": task.source.name, "kind": task.source.kind,
                "characters": task.source.length,
                "readers": [
                    {"guid": each.coder.guid, "name": each.coder.name, "state": each.state}
                    for each in task.readers
                ],
            }
            for task in card.tasks
        ],
        "figures": [_figure(card, figure, language) for figure in figures_of(one)],
        "remarks": [translate(each, language) for each in round_remarks(card)],
    }  # fmt: skip


def _coder(card: RoundCard, coder: User) -> dict[str, Any]:
    many, length, read = card.load(coder)
    return {
        "guid": coder.guid, "name": coder.name, "sources": many, "characters": length, "read": read,
    }  # fmt: skip


def _figure(card: RoundCard, figure: Figure, language: str) -> dict[str, Any]:
    return {
        "coders": _whose(card, figure), "measure": figure.measure,
        "unit": unit_of(figure.measure, figure.unit), "options": dict(figure.options),
        "samples": figure.samples, "seed": figure.seed, "version": figure.seq,
        "sources": figure.sources, "characters": figure.characters,
        "differences": figure.differences, "value": figure.value, "low": figure.low,
        "high": figure.high, "least": figure.least, "greatest": figure.greatest,
        "reason": None if figure.reason is None else translate(figure.reason, language),
        "codes": [
            {"guid": one.code, "code": one.name, "value": one.value, "low": one.low, "high": one.high}
            for one in figure.codes
        ],
    }  # fmt: skip
