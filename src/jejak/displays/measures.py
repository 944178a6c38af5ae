"""Numbers that each case or source has: counted from its codings, or one of its attributes."""

from __future__ import annotations

from collections.abc import Mapping

from ..analysis.query.compare import number_of
from ..model.corpus import AttributeColumn, Corpus
from ..model.identity import name_key
from ..model.message import Message, say
from .attributes import Choices, attribute_label

__all__ = ["COUNTS", "measure_choices", "numbers_of"]

COUNTS: Mapping[str, Message] = {
    "codings": say("Codings"),
    "characters": say("Characters coded"),
    "codes": say("Different codes"),
}
_NUMBERS = ("number", "rating")


def measure_choices(corpus: Corpus) -> Choices:
    """What can be measured in a study, as texts of measure settings, with what each is called."""
    found: list[tuple[str, Message]] = list(COUNTS.items())
    for attribute in corpus.attributes:
        label = attribute_label(attribute.of, attribute.name, corpus)
        if attribute.type in _NUMBERS and label is not None:
            found.append((f"{attribute.of}.{attribute.name}", label))
    return tuple(found)


def numbers_of(attribute: AttributeColumn) -> list[float | None]:
    """The values as numbers: of a rating, the place of the level among its levels, from 1."""
    if attribute.type != "rating":
        return [None if value is None else number_of(value) for value in attribute.value]
    level = {name_key(option): float(n) for n, option in enumerate(attribute.options, 1)}
    return [None if value is None else level.get(name_key(value)) for value in attribute.value]
