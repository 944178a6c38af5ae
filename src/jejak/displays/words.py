"""Words that displays share: kinds and values of the model, titles of axes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from ..model.corpus import Corpus
from ..model.identity import name_key
from ..model.message import Message, say
from ..model.shape import Heading

__all__ = ["NO_VALUE", "code_headings", "value_words"]

NO_VALUE = say("(not known)")

_KINDS: Mapping[tuple[str, str], Mapping[str, Message]] = {
    ("case", "kind"): {
        "person": say("Person"),
        "group": say("Group"),
        "channel": say("Channel"),
        "place": say("Place"),
        "other": say("Other"),
    },
    ("source", "kind"): {
        "interview": say("Interview"),
        "focus group": say("Focus group"),
        "observation": say("Observation"),
        "document": say("Document"),
        "posts": say("Posts"),
        "survey": say("Survey"),
        "literature": say("Literature"),
        "other": say("Other"),
    },
    ("source", "status"): {
        "to read": say("To read"),
        "in progress": say("In progress"),
        "coded": say("Coded"),
    },
}


def value_words(of: str, name: str, value: str | None) -> str | Message:
    """A group's value as people read it: the model's own words translated, theirs as they are."""
    if value is None:
        return NO_VALUE
    return _KINDS.get((of, name), {}).get(value, value)


def code_headings(corpus: Corpus, rows: Sequence[int]) -> tuple[Heading, ...]:
    """Codes as rows or columns, set in under those above them that are shown too; of two with the
    same name, each says whose it is."""
    shown, names = set(rows), Counter(name_key(corpus.codes.name[row]) for row in rows)
    return tuple(_heading(corpus, row, shown, names) for row in rows)


def _heading(corpus: Corpus, row: int, shown: set[int], names: Counter[str]) -> Heading:
    codes, above = corpus.codes, int(corpus.codes.parent[row])
    label = codes.name[row]
    if names[name_key(label)] > 1 and above >= 0 and above not in shown:
        label = f"{label} ({codes.name[above]})"
    depth = 0
    while above >= 0:
        depth += above in shown
        above = int(codes.parent[above])
    return Heading(
        codes.guid[row], label, depth, colour=codes.colour[row] or None, path=codes.path[row]
    )
