"""Which cases a query means: all that pass, also those whose words nobody has coded.

A query for segments finds cases only through their codings. What a conclusion claims to speak
about is wider: somebody who said nothing about it belongs to it all the same. So a scope may ask
about cases alone: ``case``, ``case.ATTRIBUTE``, ``in set:`` of cases, ``and``, ``or``, ``not``.
"""

from __future__ import annotations

from functools import reduce

import numpy as np

from ...errors import InvalidInput
from ...model.corpus import Corpus
from ...model.identity import name_key
from ...model.query import And, Compare, InSet, Not, Or, Query
from ..spans import Bools
from .evaluate import evaluate
from .lookups import Lookups
from .ownership import cases_of
from .parse import parse
from .predicates import owner_mask

__all__ = ["cases_found", "cases_in_scope"]


def cases_in_scope(query: Query | str, corpus: Corpus, lookups: Lookups) -> Bools:
    """For each case of the corpus whether it passes; an empty text means every case.

    Raises :class:`InvalidInput` (``query-syntax``; ``scope-of-cases`` for a query that asks about
    anything but cases; ``set-in-itself``), :class:`NotFound` for a case, attribute or set that is
    not there.
    """
    if isinstance(query, str) and not query.strip():
        return np.ones(len(corpus.cases.guid), np.bool_)
    asked = parse(query) if isinstance(query, str) else query
    return _mask(asked, corpus, lookups, ())


def cases_found(query: Query | str, corpus: Corpus, lookups: Lookups) -> Bools:
    """For each case whether a query finds it: one about cases as :func:`cases_in_scope` has it, any
    other by the segments it finds. Raises :class:`InvalidInput`, :class:`NotFound`."""
    try:
        return cases_in_scope(query, corpus, lookups)
    except InvalidInput as error:
        if error.code != "scope-of-cases":
            raise
    hits = evaluate(query, corpus, lookups)
    found = np.zeros(len(corpus.cases.guid) + 1, np.bool_)  # the last is nobody
    found[cases_of(hits, corpus)] = True
    return found[:-1]


def _mask(query: Query, corpus: Corpus, lookups: Lookups, within: tuple[str, ...]) -> Bools:
    if isinstance(query, And | Or):
        both = np.logical_and if isinstance(query, And) else np.logical_or
        masks = [_mask(term, corpus, lookups, within) for term in query.terms]
        result: Bools = reduce(both, masks)
        return result
    if isinstance(query, Not):
        return ~_mask(query.term, corpus, lookups, within)
    if isinstance(query, InSet):
        return _members(query, corpus, lookups, within)
    if isinstance(query, Compare) and query.subject == "case":
        return owner_mask(query, corpus, corpus.cases)
    raise _not_of_cases(query)


def _members(query: InSet, corpus: Corpus, lookups: Lookups, within: tuple[str, ...]) -> Bools:
    key = name_key(query.name)
    if key in within:
        raise InvalidInput(
            "set-in-itself", f"The query of the set “{query.name}” leads back to itself."
        )
    members = lookups.members(query.name)
    if members.of != "case":
        raise _not_of_cases(query)
    if members.query is not None:
        return _mask(parse(members.query), corpus, lookups, (*within, key))
    wanted = set(members.guids)
    cases = corpus.cases.guid
    return np.fromiter((guid in wanted for guid in cases), np.bool_, len(cases))


def _not_of_cases(query: Query) -> InvalidInput:
    return InvalidInput(
        "scope-of-cases",
        f"A scope says which cases a finding speaks of; “{query}” asks about something else.",
        "Use “case in (A, B)”, “case.ATTRIBUTE = value”, “in set:NAME” of cases, and, or, not.",
    )
