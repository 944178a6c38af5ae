"""The filter among the settings of a display, and whatever else a display may ask of the study."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from ..analysis.query.evaluate import evaluate
from ..analysis.query.parse import parse
from ..displays import DisplayFilter
from ..displays.settings import FILTER
from ..errors import InvalidInput
from ..model.corpus import Corpus
from ..model.query import And, code
from ..store import Rows
from .named_queries import named_queries
from .study_lookups import StudyLookups

__all__ = ["display_filter"]


def display_filter(rows: Rows, corpus: Corpus, settings: Mapping[str, object]) -> DisplayFilter:
    """The codings that count for a display with these settings.

    Raises :class:`InvalidInput` and :class:`NotFound` for a query that makes no sense.
    """
    text, lookups = settings.get(FILTER), StudyLookups(rows, corpus)
    named = partial(named_queries, rows, corpus)
    if text is None or text == "":
        return DisplayFilter(lookups=lookups, named=named)
    if not isinstance(text, str):
        raise InvalidInput("bad-setting", "The setting “filter” is a query.", "code:* and …")
    query = parse(text)
    hits = evaluate(And((code(), query)), corpus, lookups)
    return DisplayFilter(query, hits.coding, lookups, named)
