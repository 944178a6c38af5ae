"""Sentences that hold numbers, as patterns, and the comparing of what stands in them with what was counted.

In a pattern ``{name}`` is a number, ``{name:pairs}`` a list such as *interviews (2) and posts (1)*,
``{name:list}`` a list of names that may end in *and 3 others*, ``{name:row}`` one of phrases, ``{name:named}`` labels such as *F1 (2); F3 (1)*; ``…`` is any words of
one sentence, ``[s]`` letters that
may be there, ``[was|were]`` either; what begins with ``^`` is the whole text. Whatever stands in ``also`` is what words without a figure claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

__all__ = ["COUNTED", "Numbers", "Saying", "number", "rest_of", "said"]

Numbers = Mapping[str, Any]

WORDS = (
    "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
)  # fmt: skip
NUMBER = rf"[−-]?\d[\d,]*(?:\.\d+)?|(?i:{'|'.join(WORDS)})\b"
# What claims a number: figures, and words that stand for one.
COUNTED = re.compile(
    rf"\d|\b(?:{'|'.join(WORDS)}|nothing|nobody|all|both|half|halves|once|twice)\b",
    re.IGNORECASE,
)
PAIR = re.compile(r"(?:^|, and |, | and )([^()]+?) \((\d+)\)")
OTHERS = re.compile(r"(?:and )?(\d+) (?:others|more)$")


def number(text: str) -> float:
    """A number as it is written."""
    if text.casefold() in WORDS:
        return WORDS.index(text.casefold())
    return float(text.replace(",", "").replace("−", "-"))


@dataclass(frozen=True)
class Saying:
    """A sentence, or a part of one."""

    words: str
    also: Numbers = field(default_factory=dict)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        parts = re.split(r"(\{[a-z_]+(?::[a-z]+)?\}|\[[^\]]+\]|…)", self.words.removeprefix("^"))
        pattern = "".join(map(_part, parts))
        return re.compile(rf"\A{pattern}\Z" if self.words.startswith("^") else pattern)


def said(words: str, /, **also: Any) -> Saying:
    """A saying, and what its words claim besides."""
    return Saying(words, also)


def _part(part: str) -> str:
    if part == "…":
        return r"(?:(?!\. ).)+?"
    if part.startswith("{"):
        name, _, kind = part[1:-1].partition(":")
        return f"(?P<{name}__{kind}>.+?)" if kind else f"(?P<{name}>{NUMBER})"
    if part.startswith("["):
        return f"(?:{part[1:-1]})" if "|" in part else f"(?:{part[1:-1]})?"
    return re.escape(part)


def rest_of(text: str, sayings: Iterable[Saying], numbers: Numbers) -> str:
    """What no saying explains of a text, once every number in those that are in it was compared."""
    for one in sorted(sayings, key=lambda one: -len(one.words)):
        found = one.pattern.search(text)
        while found:
            _compare(found, one, numbers)
            text = f"{text[: found.start()]} · {text[found.end() :]}"
            found = one.pattern.search(text)
    return text


def _compare(found: re.Match[str], one: Saying, numbers: Numbers) -> None:
    told = {name: value for name, value in found.groupdict().items() if value is not None}
    for key, text in told.items():
        name, _, kind = key.partition("__")
        assert name in numbers, f"Nobody counted “{name}”: {found[0]}"
        compare = {
            "pairs": _same_pairs,
            "list": _same_list,
            "row": _same_row,
            "named": _same_named,
        }.get(kind, _same)
        assert compare(text, numbers[name]), f"{name} is {numbers[name]!r}: {found[0]}"
    for name, claimed in one.also.items():
        assert name in numbers, f"Nobody counted “{name}”: {found[0]}"
        assert numbers[name] == claimed, f"{name} is {numbers[name]!r}: {found[0]}"


def _same(text: str, counted: Any) -> bool:
    """Equal, and for what was rounded as near as it can be told."""
    if not isinstance(counted, float):
        return number(text) == counted
    places = len(text.partition(".")[2])
    return abs(number(text) - counted) <= (
        0.06 if places == 1 else 0.506 if not places else 0.00501
    )


def _same_pairs(text: str, counted: Mapping[str, int]) -> bool:
    told = {name: int(n) for name, n in PAIR.findall(text)}
    others = OTHERS.search(text)
    if others:
        left = len(counted) - len(told)
        return told.items() <= counted.items() and left == int(others[1])
    return told == dict(counted)


def _same_row(text: str, counted: list[str]) -> bool:
    """Whole phrases in their order, joined as a sentence joins them."""
    comma = "," if len(counted) > 2 else ""
    return text == f"{comma} and ".join([", ".join(counted[:-1]), counted[-1]][len(counted) == 1 :])


def _same_named(text: str, counted: Mapping[str, str]) -> bool:
    """Labels with something in brackets behind each."""
    return dict(re.findall(r"(F\d+)(?: \((.+?)\))?(?:; |$)", text)) == dict(counted)


def _same_list(text: str, counted: Iterable[str]) -> bool:
    names = [one for one in re.split(r", and |, | and ", text) if one]
    every = set(counted)
    others = OTHERS.search(names[-1])
    if others:
        return set(names[:-1]) <= every and len(names) - 1 + int(others[1]) == len(every)
    return set(names) == every
