"""Counting: whether words of quantity in a statement fit the count they are bound to."""

from __future__ import annotations

import re

from ..model.message import Message, say
from ..model.verdict import FindingFacts, Outcome, QuantityRow, Verdict
from .tactic import Tactic
from .words import in_a_row, percent

__all__ = ["TACTIC", "WORDS", "examine", "fits", "words_of_quantity"]

# Words that claim a quantity, with the shares between which they fit. The bounds are Jejak's own.
WORDS: dict[str, tuple[float, float]] = {
    "all": (1, 1), "every": (1, 1), "each": (1, 1), "everyone": (1, 1), "everybody": (1, 1),
    "always": (1, 1), "most": (0.5, 1), "mostly": (0.5, 1), "majority": (0.5, 1), "usually": (0.5, 1),
    "many": (1 / 3, 1), "often": (1 / 3, 1), "half": (0.4, 0.6), "some": (0, 0.5),
    "several": (0, 0.5), "sometimes": (0, 0.5), "few": (0, 0.25), "rarely": (0, 0.25),
    "seldom": (0, 0.25), "minority": (0, 0.5), "none": (0, 0), "never": (0, 0), "nobody": (0, 0),
    "semua": (1, 1), "seluruh": (1, 1), "setiap": (1, 1), "selalu": (1, 1), "kebanyakan": (0.5, 1),
    "mayoritas": (0.5, 1), "umumnya": (0.5, 1), "biasanya": (0.5, 1), "sebagian besar": (0.5, 1),
    "banyak": (1 / 3, 1), "sering": (1 / 3, 1), "separuh": (0.4, 0.6), "setengah": (0.4, 0.6),
    "sebagian": (0, 0.6), "beberapa": (0, 0.5), "kadang": (0, 0.5), "sedikit": (0, 0.25),
    "jarang": (0, 0.25), "sebagian kecil": (0, 0.25), "minoritas": (0, 0.5),
    "tidak ada": (0, 0), "tak seorang pun": (0, 0), "tidak pernah": (0, 0),
}  # fmt: skip
_FOUND = re.compile(
    rf"(?<![\w-])(?:{'|'.join(sorted(map(re.escape, WORDS), key=len, reverse=True))})(?![\w-])",
    re.IGNORECASE,
)


def words_of_quantity(statement: str) -> list[str]:
    """The words of quantity in a statement, as they stand there, each once."""
    found = {one[0].casefold(): one[0] for one in _FOUND.finditer(statement)}
    return list(found.values())


def fits(row: QuantityRow) -> bool:
    """Whether the share that is counted lies where the word fits."""
    return bool(row.total) and row.low <= row.counted / row.total <= row.high


def examine(facts: FindingFacts) -> Verdict:
    """The outcome by whether each word of quantity is bound to a count, and fits it."""
    bound = {row.phrase.casefold() for row in facts.quantities}
    free = [
        word
        for word in words_of_quantity(facts.statement)
        if not any(word.casefold() in phrase for phrase in bound)
    ]
    wrong = [row for row in facts.quantities if not fits(row)]
    return Verdict(
        "quantities",
        _outcome(facts, free, wrong),
        _sentence(facts, free),
        {
            "bound": [
                {
                    "phrase": row.phrase,
                    "counted": row.counted,
                    "total": row.total,
                    "low": row.low,
                    "high": row.high,
                    "fits": fits(row),
                }
                for row in facts.quantities
            ],
            "free": free,
        },
        _advice(free, wrong),
    )


def _outcome(facts: FindingFacts, free: list[str], wrong: list[QuantityRow]) -> Outcome:
    if not facts.quantities and not free:
        return "not applicable"
    return "fails" if wrong else "weak" if free else "holds"


def _sentence(facts: FindingFacts, free: list[str]) -> Message:
    if not facts.quantities and not free:
        return say("Its statement has no word of quantity.")
    parts = say("{parts}.", parts=in_a_row([_told(row) for row in facts.quantities]))
    if not free:
        return parts
    loose = say("Not bound to any count: {words}.", words=in_a_row(free))
    return say("{parts} {free}", parts=parts, free=loose) if facts.quantities else loose


def _told(row: QuantityRow) -> Message:
    if row.problem:
        return say(
            "“{phrase}” cannot be counted ({problem})", phrase=row.phrase, problem=row.problem
        )
    if not row.total:
        return say("“{phrase}” counts nobody", phrase=row.phrase)
    words = {
        "phrase": row.phrase, "counted": row.counted, "total": row.total,
        "percent": percent(row.counted / row.total),
    }  # fmt: skip
    if fits(row):
        return say("“{phrase}” is {counted} of {total} ({percent}%)", **words)
    return say("“{phrase}” does not fit {counted} of {total} ({percent}%)", **words)


def _advice(free: list[str], wrong: list[QuantityRow]) -> Message | None:
    if wrong:
        return say("Say it so that it fits the count, or count what it means.")
    return say("Bind each word of quantity to a count, or leave it out.") if free else None


TACTIC = Tactic(
    name="quantities",
    title=say("Words of quantity"),
    about=say(
        "Whether most, few, all and never in its statement are bound to a count, and fit what is "
        "counted now."
    ),
    source="Miles & Huberman 1994 (counting); Sandelowski 2001",
    examine=examine,
    uses=frozenset({"statement", "quantities"}),
)
