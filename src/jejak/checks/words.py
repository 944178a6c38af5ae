"""Words that checks share: kinds of sources, names in a row, outcomes and limits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..model.message import Message, say
from ..model.verdict import Thresholds

__all__ = [
    "OUTCOME_WORDS",
    "SHOWN",
    "counted_kinds",
    "in_a_row",
    "kind_word",
    "limits",
    "percent",
    "told_in_a_row",
]

OUTCOME_WORDS: Mapping[str, Message] = {
    "holds": say("holds"),
    "weak": say("weak"),
    "fails": say("fails"),
    "not applicable": say("not applicable"),
}
_KINDS: Mapping[str, Message] = {
    "interview": say("interviews"),
    "focus group": say("focus groups"),
    "observation": say("observations"),
    "document": say("documents"),
    "posts": say("posts"),
    "survey": say("surveys"),
    "literature": say("literature"),
    "other": say("other material"),
}
# So many names a sentence lists.
SHOWN = 6


def kind_word(kind: str) -> Message | str:
    """A kind of source as people call many of it."""
    return _KINDS.get(kind, kind)


def counted_kinds(counts: Mapping[str, int]) -> list[Message]:
    """Kinds of sources with how many there are of each, the most first."""
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return [say("{kind} ({count})", kind=kind_word(kind), count=count) for kind, count in ordered]


def in_a_row(names: Iterable[str | Message]) -> list[str | Message]:
    """Names as a sentence lists them: the first few, and how many more there are."""
    every = list(names)
    return told_in_a_row(every[:SHOWN], len(every))


def told_in_a_row(first: Sequence[str | Message], count: int) -> list[str | Message]:
    """The same of the first names of so many: no more than :data:`SHOWN` of them are looked at."""
    if count <= SHOWN:
        return list(first[:count])
    return [*first[: SHOWN - 1], say("{count} others", count=count - SHOWN + 1)]


def percent(share: float) -> int:
    """A share as whole percents."""
    return round(100 * share)


def limits(thresholds: Thresholds) -> Message:
    """The limits that verdicts were reached with, and whose they are."""
    return say(
        "The limits are Jejak’s own, not the literature’s: at least {participants} independent "
        "participants, {kinds} kinds of sources and {coders} coders, with {double_coded}% of the "
        "supports coded by as many; at least {coverage}% of those who speak of it, at most "
        "{dominance}% of the supports from one, at least {effective} equal voices; at most "
        "{unweighed}% of the segments not weighed and {contradicting}% of the voices against; a "
        "balance of at least {balance}.",
        participants=thresholds.participants,
        kinds=thresholds.kinds,
        coders=thresholds.coders,
        double_coded=percent(thresholds.double_coded),
        coverage=percent(thresholds.coverage),
        dominance=percent(thresholds.dominance),
        effective=thresholds.effective_sources,
        unweighed=percent(thresholds.unweighed),
        contradicting=percent(thresholds.contradicting),
        balance=thresholds.balance,
    )
