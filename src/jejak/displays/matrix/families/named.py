"""What the study itself names by a query, as facets: pattern codes, research questions, findings, sets,
events."""

from __future__ import annotations

from ....analysis.membership import Membership
from ....model.message import say
from ....model.shape import Heading
from ..facet import Asked, Division, Facet, FacetFamily, always
from .own import found_by

__all__ = ["EVENTS", "FINDINGS", "PATTERNS", "QUESTIONS", "SETS"]


def _divide(facet: Facet, asked: Asked) -> Division:
    named = asked.only.named(facet.name)
    found = [found_by(one.query, asked) for one in named]
    return Division(
        size=len(named),
        headings=lambda entries: [
            Heading(named[entry].key, named[entry].label, colour=named[entry].colour or None)
            for entry in entries
        ],
        terms=lambda entry: found[entry][1],
        codings=Membership.of_lists([rows for rows, _ in found], len(asked.corpus.codings)),
        material=lambda _: None,
        counted=lambda entry: named[entry].query is not None,
    )


PATTERNS = FacetFamily("pattern", *always("pattern", say("Pattern code")), _divide, by_query=True)
QUESTIONS = FacetFamily(
    "question", *always("question", say("Research question")), _divide, by_query=True
)
EVENTS = FacetFamily("event", *always("event", say("Event")), _divide, by_query=True)
FINDINGS = FacetFamily("finding", *always("finding", say("Finding")), _divide, by_query=True)
SETS = FacetFamily("set", *always("set", say("Set")), _divide, by_query=True)
