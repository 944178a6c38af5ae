"""The codes as a tree of what is a kind of what: a folk taxonomy, or the whole of a codebook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from ..analysis.spans import Bools, Ints
from ..model.coding import ORIGINS
from ..model.corpus import Corpus
from ..model.message import Message, say
from ..model.shape import Caption, Cell, Heading, Matrix
from .display import DisplayFilter, DisplayKind, Setting
from .literature import in_chapter
from .queries import CodeQueries
from .words import code_headings

__all__ = ["KIND", "compute"]

_IN_VIVO = ORIGINS.index("in vivo")


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
    """Codes in the order of the tree, with their codings. Settings: see :data:`KIND`."""
    own, below = _counts(corpus, only)
    chosen, possible = _shown(corpus, settings, only, below)
    rows = np.flatnonzero(chosen)
    counted = _among(corpus, only, chosen)
    queries = CodeQueries(corpus)
    cells: dict[tuple[int, int], Cell] = {}
    for place, row in enumerate(rows.tolist()):
        for column, (count, under) in enumerate(((own[row], False), (below[row], True))):
            if count:
                query = str(only.narrow(queries.code(row, below=under)))
                cells[place, column] = Cell(int(count), query=query)
    return Matrix(
        kind=KIND.name,
        rows=code_headings(corpus, rows.tolist()),
        columns=(
            Heading("own", say("Codings of the code itself")),
            Heading("below", say("With all below it")),
        ),
        cells=cells,
        caption=Caption(
            title=say("Taxonomy of codes"),
            unit=say("number of codings"),
            filter=str(only),
            n=counted,
            notes=tuple(_notes(settings, len(rows), possible)),
        ),
        row_title=say("Code"),
        column_title=say("Codings"),
        drawing="tree",
    )


def _among(corpus: Corpus, only: DisplayFilter, shown: Bools) -> int:
    code = corpus.codings.code if only.rows is None else corpus.codings.code[only.rows]
    return int(shown[code].sum()) if len(code) else 0


def _counts(corpus: Corpus, only: DisplayFilter) -> tuple[Ints, Ints]:
    """Codings of each code, and of each with all below it."""
    code = corpus.codings.code if only.rows is None else corpus.codings.code[only.rows]
    own = np.bincount(code, minlength=len(corpus.codes.guid))
    upto = np.append(0, np.cumsum(own))
    return own, np.asarray(upto[corpus.codes.last] - upto[:-1])


def _shown(
    corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter, below: Ints
) -> tuple[Bools, int]:
    """The codes that are shown, each with all above it in what was chosen; how many could be."""
    within = _within(corpus, settings["codes"])
    if settings["terms"] == "in vivo":
        codings = corpus.codings
        theirs = codings.origin == _IN_VIVO
        if only.rows is not None:
            inside = np.zeros(len(codings), np.bool_)
            inside[only.rows] = True
            theirs = theirs & inside
        terms = np.zeros(len(below), np.bool_)
        terms[codings.code[theirs]] = True
        within = _with_those_above(corpus, terms & within, within)
    elif not settings["unused"]:
        within = within & (below > 0)
    possible = int(within.sum())
    if possible <= settings["top"]:
        return within, possible
    # No code has more than those above it, so that the most used are a tree with whoever is above.
    rows = np.flatnonzero(within)
    most = rows[np.lexsort((rows, corpus.codes.depth[rows], -below[rows]))[: settings["top"]]]
    kept = np.zeros(len(below), np.bool_)
    kept[most] = True
    return kept, possible


def _within(corpus: Corpus, codes: list[int]) -> Bools:
    mask = np.full(len(corpus.codes.guid), not codes, np.bool_)
    for row in codes:
        mask[row : int(corpus.codes.last[row])] = True
    return mask


def _with_those_above(corpus: Corpus, terms: Bools, within: Bools) -> Bools:
    kept = terms.copy()
    for row in np.flatnonzero(terms).tolist():
        above = int(corpus.codes.parent[row])
        while above >= 0 and within[above] and not kept[above]:
            kept[above] = True
            above = int(corpus.codes.parent[above])
    return kept


def _notes(settings: Mapping[str, Any], shown: int, possible: int) -> Iterator[Message]:
    if shown < possible:
        yield say("Only the {n} most used of {all} codes are shown.", n=shown, all=possible)
    if settings["terms"] == "in vivo":
        yield say(
            "Only terms of the people themselves are shown: codes that were used in vivo at least"
            " once, and those above them."
        )
    yield say("Read from left to right: each is a kind of what stands before it.")


KIND = DisplayKind(
    name="code-taxonomy",
    title=say("Taxonomy of codes"),
    purpose="describe",
    about=say(
        "Use it to show which terms people have for something, and what is a kind of what; or to see"
        " the whole of a codebook and where its codings are."
    ),
    also=(say("Folk taxonomy"),),
    source=in_chapter("describe", say("folk taxonomy")),
    settings=(
        Setting(
            "codes", say("Codes, each with all below it (none chosen: all)"), "codes", default=[]
        ),
        Setting(
            "terms",
            say("Which terms"),
            "choice",
            (("all", say("All codes")), ("in vivo", say("The people’s own (in vivo)"))),
            "all",
        ),
        Setting("unused", say("Also codes without codings"), "switch", default=True),
        Setting("top", say("At most so many codes"), "number", default=120, most=500),
    ),
    compute=compute,
    shown="chart",
)
