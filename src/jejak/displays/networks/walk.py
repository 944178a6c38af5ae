"""Cases walked through a decision tree: which way each goes, and whether it ends where it should."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NoReturn

import numpy as np

from ...analysis.query.asking import asked_of_text, parts_of
from ...analysis.query.case_scope import cases_in_scope
from ...analysis.query.evaluate import evaluate
from ...analysis.query.lookups import Lookups, Marked, Members
from ...analysis.query.ownership import cases_of
from ...analysis.query.parse import parse
from ...analysis.spans import Bools, Spans
from ...errors import InvalidInput, JejakError
from ...model.corpus import Corpus
from ...model.drawn import DrawnNetwork, DrawnNode
from ...model.identity import name_key
from ...model.query import And, Compare, InSet, Not, Or, Query

__all__ = ["Walk", "asked", "attributes_of", "walked"]


@dataclass(frozen=True, slots=True)
class Walk:
    """Rows of cases: those that ``came`` to each box (GUID), those ``right`` and ``wrong`` at each
    leaf; ``stuck`` at each box for want of an answer."""

    came: dict[str, list[int]]
    right: dict[str, list[int]]
    wrong: dict[str, list[int]]
    stuck: dict[str, list[int]]
    leaves: tuple[str, ...]


def walked(
    network: DrawnNetwork,
    corpus: Corpus,
    outcome: Sequence[str | None] | None,
    lookups: Lookups | None = None,
) -> Walk:
    """Every case from the one beginning of the tree as far as it gets; ``outcome`` are the values
    that leaves are compared with. Without a single beginning nobody walks."""
    ways: dict[str, dict[str, str]] = defaultdict(dict)
    for edge in network.edges:
        ways[edge.origin].setdefault(edge.sign, edge.target)
    nodes = {node.guid: node for node in network.nodes}
    answers = {guid: _answers(nodes[guid], corpus, lookups) for guid in ways}
    leaves = tuple(guid for guid in nodes if guid not in ways)
    walk = Walk(defaultdict(list), defaultdict(list), defaultdict(list), defaultdict(list), leaves)
    led_to = {edge.target for edge in network.edges}
    roots = [guid for guid in ways if guid not in led_to]
    for case in range(len(corpus.cases.guid)) if len(roots) == 1 else ():
        end = _walk(case, roots[0], ways, answers, walk)
        if end in ways:
            walk.stuck[end].append(case)
        elif outcome is not None and outcome[case] is not None:
            expected = name_key(nodes[end].test or nodes[end].label)
            hit = name_key(str(outcome[case])) == expected
            (walk.right if hit else walk.wrong)[end].append(case)
    return walk


def _walk(
    case: int,
    at: str,
    ways: dict[str, dict[str, str]],
    answers: dict[str, tuple[Bools, Bools] | None],
    walk: Walk,
) -> str:
    """Where a case ends; a box is not visited twice."""
    seen = set[str]()
    while at not in seen:
        seen.add(at)
        walk.came[at].append(case)
        answer = answers.get(at)
        if answer is None or not answer[1][case]:
            return at
        following = ways[at].get("+" if answer[0][case] else "-")
        if following is None or following in seen:
            return at
        at = following
    return at


def _answers(
    node: DrawnNode, corpus: Corpus, lookups: Lookups | None
) -> tuple[Bools, Bools] | None:
    if not node.test.strip():
        return None
    try:
        return asked(node.test, corpus, lookups)
    except JejakError:
        return None


def asked(test: str, corpus: Corpus, lookups: Lookups | None = None) -> tuple[Bools, Bools]:
    """For each case whether a question (a query) is answered with yes, and whether it is answered at
    all: an attribute that is not known is no answer, nor is a code where a case has no material.

    Raises as :func:`parse` and :func:`evaluate`, and :class:`InvalidInput` (``not-of-columns``) for
    what is not known from codings and attributes alone, where there are no ``lookups``.
    """
    query, lookups = parse(test), lookups or _Nothing()
    known = np.ones(len(corpus.cases.guid), np.bool_)
    parts = [one for one in parts_of(query) if isinstance(one, Compare)]
    for name in {one.name for one in parts if one.subject == "case" and one.name}:
        column = corpus.attribute(name)
        if column is not None:
            known &= np.fromiter((v is not None for v in column.value), np.bool_, len(known))
    if _of_cases(query):
        return cases_in_scope(query, corpus, lookups), known
    hits = evaluate(query, corpus, lookups)
    found = cases_of(hits, corpus)
    yes = np.zeros(len(known), np.bool_)
    yes[found[found >= 0]] = True
    pairs = np.asarray(corpus.case_sources, np.int64).reshape(-1, 2)
    heard = yes.copy()
    heard[pairs[:, 0]] = True
    return yes, known & heard


def attributes_of(network: DrawnNetwork, lookups: Lookups | None = None) -> set[tuple[str, str]]:
    """The attributes, as (whose, key of the name), that the questions of a tree ask for."""

    def filled(part: Query) -> str | None:
        try:
            return lookups.members(part.name).query if lookups and isinstance(part, InSet) else None
        except JejakError:
            return None

    return {one for node in network.nodes for one in asked_of_text(node.test, filled)}


def _of_cases(query: Query) -> bool:
    if isinstance(query, And | Or):
        return all(_of_cases(term) for term in query.terms)
    if isinstance(query, Not):
        return _of_cases(query.term)
    return isinstance(query, Compare) and query.subject == "case"


class _Nothing:
    """Answers what columns cannot: by saying so."""

    def text(self, pattern: str, mode: str) -> Spans:  # noqa: ARG002  (as it is asked)
        _refuse(f"text:{pattern}")

    def memo(self, words: str | None) -> Marked:  # noqa: ARG002  (as it is asked)
        _refuse("memo:")

    def finding(self, label: str) -> Marked:
        _refuse(f"finding:{label}")

    def event(self, name: str) -> Marked:
        _refuse(f"event:{name}")

    def rating(self, name: str) -> Marked:
        _refuse(f"rating:{name}")

    def network(self, name: str) -> Marked:
        _refuse(f"network:{name}")

    def members(self, name: str) -> Members:
        _refuse(str(InSet(name)))


def _refuse(what: str) -> NoReturn:
    raise InvalidInput(
        "not-of-columns",
        f"A question of a decision tree cannot ask “{what}”.",
        "Ask for codes, cases, sources, coders and attributes.",
    )
