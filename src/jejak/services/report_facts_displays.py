"""The displays of a report: each kind as it comes, and those that were saved."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from importlib.util import find_spec

from ..analysis.query.evaluate import evaluate
from ..analysis.query.parse import parse
from ..displays import DISPLAYS, DisplayFilter, DisplayKind, kind_of
from ..displays.files import shape_bytes
from ..displays.settings import FILTER, resolved
from ..errors import JejakError
from ..model import Display
from ..model.corpus import Corpus
from ..model.display import COVERAGE
from ..model.query import And, code
from ..model.shape import Matrix
from ..report.facts import DisplayFacts
from ..store import Rows
from .display_cells import cell_cards, with_texts
from .leaving import Leaving
from .name_index import natural_key
from .study_lookups import StudyLookups

__all__ = ["displays_shown"]


# Settings that make a display fit a page.
_FITTING: Mapping[str, Mapping[str, object]] = {"code-cooccurrence": {"top": 24, "distinct": True}}


def displays_shown(rows: Rows, corpus: Corpus, leaving: Leaving) -> tuple[DisplayFacts, ...]:
    """Every kind of display, then those that analysts saved, each as it may leave the study; none where
    nothing is coded."""
    if not len(corpus.codings):
        return ()
    shown = []
    for name, kind in DISPLAYS.all().items():
        matrix = _computed(rows, corpus, kind, _FITTING.get(name, {}))
        shown.append(_shown("", kind, leaving.matrix(matrix)))
    kept = [one for one in rows.each(Display) if one.kind != COVERAGE]
    saved = sorted(kept, key=lambda one: natural_key(one.name))
    return (*shown, *(_saved(rows, corpus, one, leaving) for one in saved))


def _saved(rows: Rows, corpus: Corpus, saved: Display, leaving: Leaving) -> DisplayFacts:
    """A saved display as of now; a code or a name in its settings may be gone by now, or
    show what stays in the study."""
    try:
        kind = kind_of(saved.kind)
        matrix = _computed(rows, corpus, kind, saved.settings)
        told = with_texts(matrix, cell_cards(rows, corpus, saved))
        return _shown(saved.name, kind, leaving.matrix(told))
    except JejakError as error:
        return DisplayFacts(saved.name, None, None, None, problem=error.message)


def _computed(
    rows: Rows, corpus: Corpus, kind: DisplayKind, settings: Mapping[str, object]
) -> Matrix:
    query, only = settings.get(FILTER), DisplayFilter()
    if query:
        wanted = parse(str(query))
        hits = evaluate(And((code(), wanted)), corpus, StudyLookups(rows, corpus))
        only = DisplayFilter(wanted, hits.coding)
    return kind.compute(corpus, resolved(kind, settings, corpus), only)


def _shown(name: str, kind: DisplayKind, matrix: Matrix) -> DisplayFacts:
    drawable = bool(matrix.cells) and find_spec("vl_convert") is not None
    titles = {
        value: words
        for setting in kind.settings
        if setting.name == "measure"
        for value, words in setting.choices
    }
    return DisplayFacts(
        name,
        kind.title,
        kind.about,
        matrix,
        svg=partial(_svg, matrix) if drawable else None,
        png=partial(shape_bytes, matrix, ".png") if drawable else None,
        measures=titles,
    )


def _svg(matrix: Matrix, language: str) -> str:
    return shape_bytes(matrix, ".svg", language).decode()
