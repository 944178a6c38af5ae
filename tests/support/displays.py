"""Displays computed on small studies as columns, without a store."""

from __future__ import annotations

from jejak.analysis.query.evaluate import evaluate
from jejak.analysis.query.hits import Hits
from jejak.displays import DisplayFilter, kind_of
from jejak.displays.settings import resolved
from jejak.model.corpus import Corpus
from jejak.model.query import And, Query, code
from jejak.model.shape import Matrix
from support.naive_query import Answers


def only(study: Corpus, query: Query | None, answers: Answers | None = None) -> DisplayFilter:
    lookups = answers or Answers()
    if query is None:
        return DisplayFilter(lookups=lookups)
    hits = evaluate(And((code(), query)), study, lookups)
    return DisplayFilter(query, hits.coding, lookups)


def computed(study: Corpus, kind: str, filter: Query | None = None, **settings: object) -> Matrix:
    wanted = kind_of(kind)
    return wanted.compute(study, resolved(wanted, settings, study), only(study, filter))


def found(study: Corpus, query: str) -> Hits:
    return evaluate(query, study, Answers())
