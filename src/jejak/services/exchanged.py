"""What an import or export did, in order for whoever tells of it: kinds in words, like problems together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from ..model import Message, say
from ..model.parcel import ExchangeReport
from ..report.audit_words import NAMES

__all__ = ["KINDS", "Alike", "alike", "counted"]

_NAMED: Mapping[str, Message] = {
    **{kind: words for kind, words in NAMES.items() if kind != "keepsake"},
    "segment": say("passages"), "block": say("stretches of texts"), "link": say("ties"),
    "snapshot": say("snapshots of displays"), "study": say("the study"),
}  # fmt: skip

# What one looks for first comes first, what holds things together last.
_FIRST = (
    "source",
    "segment",
    "coding",
    "code",
    "memo",
    "case",
    "attribute",
    "value",
    "set",
    "user",
)
_LAST = ("block", "link")

KINDS: Mapping[str, Message] = {
    kind: _NAMED[kind]
    for kind in (*_FIRST, *(one for one in _NAMED if one not in {*_FIRST, *_LAST}), *_LAST)
}


@dataclass(slots=True)
class Alike:
    """What is said in the same words of one or several things: where they are, each once."""

    code: str
    text: str
    places: list[str] = field(default_factory=list)


def counted(report: ExchangeReport) -> list[str]:
    """The kinds that the origin had or that arrived, in their order."""
    return [kind for kind in KINDS if report.read.get(kind) or report.written.get(kind)]


def alike(report: ExchangeReport, tell: Callable[[Message], str]) -> dict[str, list[Alike]]:
    """The problems of a report by their code, in the order they came up."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    for one in report.problems:
        where = tell(KINDS[one.where]) if one.where in KINDS else one.where
        found.setdefault((one.code, tell(one.message)), {}).setdefault(where)
    by_code: dict[str, list[Alike]] = {}
    for (code, text), places in found.items():
        by_code.setdefault(code, []).append(Alike(code, text, [one for one in places if one]))
    return by_code
