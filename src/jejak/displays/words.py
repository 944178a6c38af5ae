"""Words that displays share: kinds and values of the model, titles of axes."""

from __future__ import annotations

from collections.abc import Mapping

from ..model.corpus import Corpus
from ..model.message import Message, say
from ..model.shape import Heading

__all__ = ["NO_VALUE", "code_heading", "value_words"]

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


def code_heading(corpus: Corpus, row: int, *, nested: bool = True) -> Heading:
    """A code as a row or column; not ``nested``, it stands by its whole path."""
    codes = corpus.codes
    return Heading(
        key=codes.guid[row],
        label=codes.name[row],
        depth=int(codes.depth[row]) if nested else 0,
        colour=codes.colour[row] or None,
        path=codes.path[row],
    )
