"""Which kinds of display are offered first, by how many people a study has."""

from __future__ import annotations

from ..model.corpus import Corpus

__all__ = ["FEW_PEOPLE", "suggested"]

# A limit of Jejak's own: with fewer, people are read one by one, and nothing is tested.
FEW_PEOPLE = 10
_FEW = (
    "conceptually-clustered-matrix",
    "role-ordered-matrix",
    "event-listing",
    "content-analytic-summary",
    "causal-network",
)
_MANY = (
    "content-analytic-summary",
    "case-ordered-matrix",
    "code-frequencies",
    "code-attributes",
    "event-listing",
)


def suggested(corpus: Corpus) -> tuple[str, ...]:
    """Names of kinds, the first to look at first; some may not be installed."""
    people = sum(kind == "person" for kind in corpus.cases.facets.get("kind", ()))
    return _FEW if people < FEW_PEOPLE else _MANY
