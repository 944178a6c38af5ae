"""How the thin displays of the method are computed: what stands in rows and columns says it all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ..model.corpus import Corpus
from ..model.message import Message
from ..model.shape import Matrix
from .display import Compute, DisplayFilter
from .matrix import Facet
from .skeleton import components, concepts, open_columns, outcome_of, ranked, role_of, skeleton

__all__ = [
    "Side",
    "by_setting",
    "cases",
    "concepts_across",
    "crossed",
    "headed",
    "in_order",
    "parts_of_one",
    "periods",
    "roles",
]

# What stands on one side of a display, the outer facet first, of the study and the settings.
Side = Callable[[Corpus, Mapping[str, Any]], Sequence[Facet]]


def cases(_: Corpus, __: Mapping[str, Any]) -> Sequence[Facet]:
    """Each case."""
    return [Facet("case")]


def concepts_across(corpus: Corpus, settings: Mapping[str, Any]) -> Sequence[Facet]:
    """The codes of the setting ``codes``, or the most used."""
    return [concepts(corpus, settings)]


def parts_of_one(corpus: Corpus, settings: Mapping[str, Any]) -> Sequence[Facet]:
    """The codes of the setting ``codes``, or those of the most used folder."""
    return [components(corpus, settings)]


def roles(corpus: Corpus, settings: Mapping[str, Any]) -> Sequence[Facet]:
    """What the setting ``role`` groups cases by."""
    return [role_of(corpus, settings["role"])]


def periods(_: Corpus, settings: Mapping[str, Any]) -> Sequence[Facet]:
    """Stretches of time, as long as the setting ``period`` says."""
    return [Facet("period", settings["period"])]


def by_setting(_: Corpus, settings: Mapping[str, Any]) -> Sequence[Facet]:
    """What the setting ``by`` names."""
    return [Facet.read(settings["by"])]


def crossed(name: str, title: Message, rows: Sequence[Side], columns: Side) -> Compute:
    """Rows, nested in one another, by columns."""

    def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
        down = [facet for side in rows for facet in side(corpus, settings)]
        across = columns(corpus, settings)
        return skeleton(corpus, only, name, down, across, settings, title=title)

    return compute


def in_order(name: str, title: Message, columns: Side) -> Compute:
    """Cases in the order of an outcome (setting ``order``), each with its value, by columns."""

    def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
        outcome = outcome_of(corpus, settings["order"])
        matrix = skeleton(
            corpus, only, name, cases(corpus, settings), columns(corpus, settings), settings,
            title=title, row_order=outcome,
        )  # fmt: skip
        return ranked(corpus, matrix, outcome)

    return compute


def headed(name: str, title: Message, usual: Mapping[str, Message]) -> Compute:
    """Concepts by columns to write in: those of the setting ``headings``, or the ``usual`` ones."""

    def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
        columns, called = open_columns(usual, settings["headings"])
        return skeleton(
            corpus, only, name, [concepts(corpus, settings)], [columns], settings,
            title=title, usual=called,
        )  # fmt: skip

    return compute
