"""What a query finds among the columns of a study.

A result is a set of *hits*: codings, and stretches of text found by their words. There are two
sorts of conditions:

- *Selectors* yield hits: ``code:``, ``text:``, ``stem:``, ``memo:``, ``finding:``, ``network:``,
  ``in set:`` of segments or codes, and relations (``A overlaps B``), which keep hits of A.
- *Filters* keep some of the hits given to them: ``coder:``, ``created``, ``weight``, ``origin``,
  ``start``, ``end``, ``case``, ``source``, ``block``, ``in set:`` of sources or cases.

They combine so, where A and B are selectors, P and Q filters:

- ``A and P``: the hits of A that pass, so ``code:A and coder:G`` is about one and the same coding.
- ``A and B``: the hits of A that share a character with a hit of B.
- ``A and not B``: the hits of A that share none with any hit of B. ``not B`` is a filter, so that
  it may stand first as well; ``not not B`` is the filter “touched by B”.
- ``not P``: what does not pass, also what the question does not apply to.
- ``P and Q``, ``P or Q`` are filters; ``A or B`` is the hits of either.
- A filter that has to yield hits (alone, in ``A or P``, ``A overlaps P``) does so of all codings:
  ``not A`` alone is every coding that no hit of A touches.

``and`` reads from the left: ``A and B and C`` are the hits of A touched by B and by C, but in
``A and (B and C)`` only those hits of B count that C touches. A stretch touches itself, so
``code:A overlaps code:A`` is ``code:A``. In the end hits lie on segments, see
:meth:`~jejak.analysis.query.hits.Hits.segments`.

A block passes for a hit when it shares a character with it. Comparisons: see
:mod:`~jejak.analysis.query.compare`. A set that a query fills is as good as the query in its place
if it is one of segments; one of sources, cases or codes holds those of the hits.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, reduce

import numpy as np

from ...errors import InvalidInput
from ...model.corpus import Corpus
from ...model.identity import name_key
from ...model.query import (
    And,
    CodeIs,
    CoderIs,
    Compare,
    EventIs,
    FindingIs,
    InSet,
    MemoIs,
    NetworkIs,
    Not,
    Or,
    Query,
    RatingIs,
    Related,
    TextIs,
)
from ..overlap import near_blocks, touching
from ..spans import Bools, Spans
from ..words.columns import words_of
from ..words.near import near_words
from .hits import Hits
from .lookups import Lookups, Marked, Members
from .names import CodeNames
from .ownership import cases_of
from .parse import parse
from .predicates import Filter, by_case, by_source, coder_filter, comparison_filter

__all__ = ["evaluate"]

_Found = Hits | Filter


def evaluate(query: Query | str, corpus: Corpus, lookups: Lookups) -> Hits:
    """The hits of a query, sorted by their places; nothing is kept from one call to the next.

    Raises :class:`InvalidInput` (``query-syntax``, ``query-type``, ``set-in-itself``),
    :class:`NotFound` for a code, coder, attribute, case, source, finding or set that is not there
    (with the nearest names that are), :class:`Conflict` for a code's name that several have.
    """
    asked = parse(query) if isinstance(query, str) else query
    evaluation = _Evaluation(corpus, lookups, ())
    return evaluation.hits(evaluation.found(asked))


class _Evaluation:
    def __init__(self, corpus: Corpus, lookups: Lookups, within: tuple[str, ...]) -> None:
        self.corpus = corpus
        self.lookups = lookups
        self.within = within

    @cached_property
    def names(self) -> CodeNames:
        return CodeNames(self.corpus.codes)

    def found(self, query: Query) -> _Found:
        return _PARTS[type(query)](self, query)

    def hits(self, found: _Found) -> Hits:
        if isinstance(found, Hits):
            return found
        everything = Hits.of_codings(self.corpus.codings)
        return everything.keep(found(everything))

    # --- selectors ---

    def code(self, query: CodeIs) -> Hits:
        if query.name is None:
            return Hits.of_codings(self.corpus.codings)
        return self.of_codes(self.names.mask(query.name, below=query.below))

    def of_codes(self, wanted: Bools) -> Hits:
        codings = self.corpus.codings
        if not len(codings):
            return Hits.of_codings(codings)
        return Hits.of_codings(codings, np.flatnonzero(wanted[codings.code]))

    def text(self, query: TextIs) -> Hits:
        return Hits.of_spans(self.lookups.text(query.pattern, query.mode))

    def memo(self, query: MemoIs) -> Hits:
        return self.marked(self.lookups.memo(query.words))

    def finding(self, query: FindingIs) -> Hits:
        return self.marked(self.lookups.finding(query.label))

    def event(self, query: EventIs) -> Hits:
        return self.marked(self.lookups.event(query.name))

    def rating(self, query: RatingIs) -> Hits:
        return self.marked(self.lookups.rating(query.name))

    def network(self, query: NetworkIs) -> Hits:
        return self.marked(self.lookups.network(query.name))

    def marked(self, marked: Marked) -> Hits:
        codings = self.corpus.codings
        rows = np.isin(codings.segment, marked.segments) | np.isin(codings.coding, marked.codings)
        coded = Hits.of_codings(codings, np.flatnonzero(rows))
        loose = ~np.isin(marked.segments, codings.segment)
        if not bool(loose.any()):
            return coded
        spans = marked.spans
        bare = Spans(*(np.asarray(c)[loose] for c in (spans.source, spans.start, spans.end)))
        return Hits.union([coded, Hits.of_spans(bare)], codings)

    def related(self, query: Related) -> Hits:
        left, right = self.hits(self.found(query.left)), self.hits(self.found(query.right))
        if query.unit == "words":
            columns = words_of(self.corpus.texts)
            near = near_words(left, right, columns, query.distance or 0, query.relation)
            return left.keep(near)
        if query.unit == "blocks":
            return left.keep(near_blocks(left, right, self.corpus.blocks, query.distance or 0))
        return left.keep(touching(left, right, query.relation, query.distance or 0))

    # --- filters ---

    def coder(self, query: CoderIs) -> Filter:
        return coder_filter(query.name, self.corpus)

    def comparison(self, query: Compare) -> Filter:
        return comparison_filter(query, self.corpus)

    # --- sets ---

    def in_set(self, query: InSet) -> _Found:
        key = name_key(query.name)
        if key in self.within:
            raise InvalidInput(
                "set-in-itself", f"The query of the set “{query.name}” leads back to itself."
            )
        members = self.lookups.members(query.name)
        if members.query is not None:
            inner = _Evaluation(self.corpus, self.lookups, (*self.within, key))
            return self.filled(members.of, inner, inner.found(parse(members.query)))
        return self.listed(members)

    def filled(self, of: str, inner: _Evaluation, found: _Found) -> _Found:
        if of == "segment":
            return found
        hits = inner.hits(found)
        if of == "source":
            return by_source(_mask(len(self.corpus.sources.guid), hits.source))
        if of == "case":
            cases = cases_of(hits, self.corpus)
            return by_case(_mask(len(self.corpus.cases.guid), cases[cases >= 0]), self.corpus)
        coded = hits.coding[hits.coding >= 0]
        return self.of_codes(_mask(len(self.corpus.codes.guid), self.corpus.codings.code[coded]))

    def listed(self, members: Members) -> _Found:
        if members.of == "segment":
            return self.marked(members.marked)
        corpus = self.corpus
        columns = {"source": corpus.sources, "case": corpus.cases}.get(members.of, corpus.codes)
        wanted = set(members.guids)
        mask = np.fromiter((guid in wanted for guid in columns.guid), np.bool_, len(columns.guid))
        if members.of == "source":
            return by_source(mask)
        if members.of == "case":
            return by_case(mask, corpus)
        for row in np.flatnonzero(mask):
            mask[row : corpus.codes.last[row]] = True
        return self.of_codes(mask)

    # --- and, or, not ---

    def both(self, query: And) -> _Found:
        first: Hits | None = None
        filters: list[Filter] = []
        for term in query.terms:
            found = self.found(term)
            if not isinstance(found, Hits):
                filters.append(found)
            elif first is None:
                first = found
            else:
                filters.append(_touched_by(found))
        if first is None:
            return lambda hits: reduce(np.logical_and, [passes(hits) for passes in filters])
        for passes in filters:
            first = first.keep(passes(first))
        return first

    def either(self, query: Or) -> _Found:
        found = [self.codes_of(query.terms), *(self.found(term) for term in _others(query.terms))]
        parts = [part for part in found if part is not None]
        filters = [part for part in parts if not isinstance(part, Hits)]
        if len(filters) == len(parts):
            return lambda hits: reduce(np.logical_or, [passes(hits) for passes in filters])
        return Hits.union([self.hits(part) for part in parts], self.corpus.codings)

    def codes_of(self, terms: Sequence[Query]) -> Hits | None:
        """The named codes among the terms of an “or”, all in one go."""
        wanted = np.zeros(len(self.corpus.codes.guid), np.bool_)
        named = [term for term in terms if isinstance(term, CodeIs) and term.name is not None]
        for term in named:
            wanted |= self.names.mask(term.name or "", below=term.below)
        return self.of_codes(wanted) if named else None

    def negation(self, query: Not) -> Filter:
        found = self.found(query.term)
        passes = _touched_by(found) if isinstance(found, Hits) else found
        return lambda hits: ~passes(hits)


def _others(terms: Sequence[Query]) -> list[Query]:
    return [term for term in terms if not (isinstance(term, CodeIs) and term.name is not None)]


def _touched_by(others: Hits) -> Filter:
    return lambda hits: touching(hits, others)


def _mask(count: int, rows: np.ndarray[tuple[int], np.dtype[np.integer]]) -> Bools:
    mask = np.zeros(count, np.bool_)
    mask[rows] = True
    return mask


_PARTS: dict[type[Query], Callable[..., _Found]] = {
    CodeIs: _Evaluation.code,
    TextIs: _Evaluation.text,
    MemoIs: _Evaluation.memo,
    FindingIs: _Evaluation.finding,
    EventIs: _Evaluation.event,
    RatingIs: _Evaluation.rating,
    NetworkIs: _Evaluation.network,
    Related: _Evaluation.related,
    CoderIs: _Evaluation.coder,
    Compare: _Evaluation.comparison,
    InSet: _Evaluation.in_set,
    And: _Evaluation.both,
    Or: _Evaluation.either,
    Not: _Evaluation.negation,
}
