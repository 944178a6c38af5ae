"""The displays of a report: two of the codings as they come, and those that were saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from importlib.util import find_spec

from ..displays import DisplayKind, kind_of
from ..displays.files import shape_bytes
from ..displays.files.picture import as_png
from ..documents.paper import PICTURE_INCHES
from ..errors import JejakError
from ..model import Display
from ..model.corpus import Corpus
from ..model.display import COVERAGE
from ..model.shape import Matrix
from ..report.facts import CitedFacts, DisplayFacts
from ..store import Rows
from .display_cells import cell_cards, with_texts
from .display_computing import computed
from .leaving import Leaving
from .name_index import natural_key

__all__ = ["displays_shown"]


# What every report shows of the codings, with settings that make it fit a page.
_ALWAYS: Mapping[str, Mapping[str, object]] = {
    "code-frequencies": {},
    "code-cooccurrence": {"top": 24, "distinct": True},
}


def displays_shown(
    rows: Rows,
    corpus: Corpus,
    leaving: Leaving,
    cited: Mapping[str, tuple[CitedFacts, ...]],
) -> tuple[DisplayFacts, ...]:
    """How codes are spread and go together, then the displays that analysts saved, each as it may
    leave the study and as findings cite it (``cited``, by GUID); none where nothing is coded."""
    if not len(corpus.codings):
        return ()
    shown = []
    for name, settings in _ALWAYS.items():
        kind = kind_of(name)
        matrix = computed(rows, corpus, kind, settings)
        shown.append(replace(_shown("", kind, leaving.matrix(matrix)), key=name))
    kept = [one for one in rows.each(Display) if one.kind != COVERAGE]
    saved = sorted(kept, key=lambda one: natural_key(one.name))
    told = (_saved(rows, corpus, one, leaving) for one in saved)
    return (
        *shown,
        *(
            replace(one, cited=cited.get(d.guid, ()), key=d.guid)
            for one, d in zip(told, saved, strict=True)
        ),
    )


def _saved(rows: Rows, corpus: Corpus, saved: Display, leaving: Leaving) -> DisplayFacts:
    """A saved display as of now; a code or a name in its settings may be gone by now, or
    show what stays in the study."""
    try:
        kind = kind_of(saved.kind)
        matrix = computed(rows, corpus, kind, saved.settings)
        told = with_texts(matrix, cell_cards(rows, corpus, saved))
        return _shown(saved.name, kind, leaving.matrix(told))
    except JejakError as error:
        return DisplayFacts(saved.name, None, None, None, problem=error.message)


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
        png=partial(_png, matrix) if drawable else None,
        measures=titles,
    )


def _png(matrix: Matrix, language: str) -> bytes:
    # A picture larger than its page would be made smaller there, and takes long to draw.
    return as_png(matrix, language, within=PICTURE_INCHES)


def _svg(matrix: Matrix, language: str) -> str:
    return shape_bytes(matrix, ".svg", language).decode()
