"""The families of facets, one module each; other packages add theirs by entry points of the group
``jejak.facets``."""

from __future__ import annotations

from collections.abc import Sequence

from ....errors import InvalidInput
from ....model.corpus import Corpus
from ....model.message import Message
from ....registry import Registry
from ..facet import Choice, Facet, FacetFamily

__all__ = ["FACETS", "facet_choices", "facet_label", "family_of"]

FACETS: Registry[FacetFamily] = Registry(
    "facets",
    {
        name: f"jejak.displays.matrix.families.{module}:{constant}"
        for name, module, constant in (
            ("code", "codes", "CODES"),
            ("frame", "codes", "FRAMES"),
            ("case", "owners", "CASES"),
            ("source", "owners", "SOURCES"),
            ("coder", "owners", "CODERS"),
            ("speaker", "blocks", "SPEAKERS"),
            ("period", "periods", "PERIODS"),
            ("time", "blocks", "TIMES"),
            ("pattern", "named", "PATTERNS"),
            ("question", "named", "QUESTIONS"),
            ("finding", "named", "FINDINGS"),
            ("set", "named", "SETS"),
            ("event", "named", "EVENTS"),
            ("rating", "rated", "RATED"),
            ("own", "own", "OWN"),
            ("study", "owners", "STUDY"),
        )
    },
)


def family_of(facet: Facet) -> FacetFamily:
    """The family of a facet. Raises :class:`InvalidInput` (``unknown-facet``), listing what there is."""
    if facet.name not in FACETS.names():
        raise InvalidInput(
            "unknown-facet",
            f"Rows and columns cannot be made of “{facet}”.",
            f"There are: {', '.join(FACETS.names())}.",
        )
    return FACETS.get(facet.name)


def facet_choices(corpus: Corpus) -> Sequence[Choice]:
    """Every facet that this study has, as its text, with what it is called."""
    return [choice for family in FACETS.all().values() for choice in family.choices(corpus)]


def facet_label(facet: Facet, corpus: Corpus) -> Message:
    """What a facet is called. Raises :class:`InvalidInput` for one that the study cannot have."""
    label = family_of(facet).label(facet, corpus)
    if label is None:
        choices = family_of(facet).choices(corpus)
        raise InvalidInput(
            "unknown-facet",
            f"Rows and columns cannot be made of “{facet}”.",
            f"There are: {', '.join(text for text, _ in choices)}." if choices else "",
        )
    return label
