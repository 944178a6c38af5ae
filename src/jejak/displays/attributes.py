"""What cases, sources and coders can be grouped by, and what that is called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..model.corpus import Corpus
from ..model.identity import name_key
from ..model.message import Message, say

__all__ = ["Choices", "attribute_choices", "attribute_label"]

Choices = tuple[tuple[str, Message], ...]

_FACETS: dict[tuple[str, str], Message] = {
    ("case", "kind"): say("Kind of case"),
    ("source", "kind"): say("Kind of source"),
    ("source", "medium"): say("Medium"),
    ("source", "language"): say("Language"),
    ("source", "status"): say("Status of the source"),
    ("source", "collected"): say("When it was collected"),
    ("source", "collector"): say("Who collected it"),
    ("source", "method"): say("How it was collected"),
}


def attribute_choices(corpus: Corpus) -> Choices:
    """What a study can be grouped by, as texts of attribute settings, with what each is called."""
    found: list[tuple[str, Message]] = [("study", say("The whole study")), ("case", say("Case"))]
    found += _of("case", corpus, corpus.cases.facets)
    found.append(("source", say("Source")))
    found += _of("source", corpus, corpus.sources.facets)
    return (*found, ("coder", say("Coder")))


def attribute_label(of: str, name: str, corpus: Corpus) -> Message | None:
    """What cases or sources, coders, or one of their attributes is called, whether or not it has any
    value; ``None`` where there is no such thing."""
    text = f"{of}.{name}" if name else of
    for known, label in attribute_choices(corpus):
        if name_key(known) == name_key(text):
            return label
    return _FACETS.get((of, name_key(name)))


def _of(of: str, corpus: Corpus, facets: Mapping[str, Sequence[str | None]]) -> Choices:
    named = [
        (f"{of}.{facet}", _FACETS[of, facet])
        for facet, column in facets.items()
        if (of, facet) in _FACETS and any(column)
    ]
    taken = {name_key(facet) for facet in facets} | {"name"}
    own = [
        (f"{of}.{attribute.name}", _attribute(of, attribute.name))
        for attribute in corpus.attributes
        if attribute.of == of and name_key(attribute.name) not in taken
    ]
    return (*named, *own)


def _attribute(of: str, name: str) -> Message:
    return say("Case: {name}", name=name) if of == "case" else say("Source: {name}", name=name)
