"""Keyness: words that one group uses more than another, or than all others.

The z of log-odds with an informative prior comes first: log-likelihood favours what is frequent, log
ratio what is rare. All rank highly what a few talkative people say, so beside them stands how many
participants of the group use a word and how evenly. No p-value is offered: the words of one person
are not independent.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from ..analysis.spans import Floats, Ints
from ..analysis.words.material import Material
from ..errors import InvalidInput
from ..model.corpus import Corpus
from ..model.message import say
from ..model.shape import Cell, Matrix
from .display import DisplayFilter, DisplayKind, Setting
from .key_scores import MEASURES, UNITS, least_note, ranking_caption, scores_of
from .key_words_of_two import Compared
from .word_counts import (
    SHARED,
    Groups,
    WordQueries,
    counted_material,
    distinct,
    groups_of,
    manner,
    rows_of,
    word_headings,
)

__all__ = ["KIND", "compute"]


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
    """Key words. Settings: see :data:`KIND`."""
    within = settings["by"] == "study"
    if within and only.query is None:
        raise InvalidInput(
            "bad-setting",
            "The whole study has nothing to be compared with.",
            "Set a filter: what lies in its codings is compared with all else.",
        )
    words = counted_material(corpus, settings, DisplayFilter() if within else only)
    groups = None if within else groups_of(corpus, words, settings["by"])
    if groups is None or settings["one"]:
        return Compared(corpus, words, settings, only, groups).matrix()
    return _each(corpus, words, groups, settings, only)


# --- each group against all others ---


def _each(
    corpus: Corpus, words: Material, every: Groups, settings: Mapping[str, Any], only: DisplayFilter
) -> Matrix:
    sizes = every.sizes(words)
    some = np.flatnonzero(sizes > 0)
    kept = np.sort(some[np.argsort(-sizes[some], kind="stable")[:_MOST_GROUPS]])
    groups = every.only(kept)
    total = np.bincount(
        words.key[(words.key >= 0) & (every.of >= 0)], minlength=len(words.forms.labels)
    )
    asked = np.flatnonzero(total >= settings["least"])
    at, row = rows_of(words, asked)
    group = groups.of[at]
    inside = group >= 0
    shape = (len(asked), len(kept))
    flat = row[inside] * shape[1] + group[inside]
    counts = np.bincount(flat, minlength=shape[0] * shape[1]).reshape(shape)
    all_words, rest = int(sizes.sum()), total[asked]
    scores = np.full(shape, np.nan)
    for column in range(shape[1] if len(some) > 1 else 0):
        size, one = int(sizes[kept[column]]), counts[:, column]
        scores[:, column] = scores_of(settings["measure"], one, rest - one, size, all_words - size)
    rows = _top_of_each(scores, settings["top"])
    cases = distinct(row[inside], group[inside], words.case[at[inside]], *shape)
    queries = WordQueries(words.forms, only)
    places = np.argwhere(scores[rows] > 0).tolist()
    alone = say("used by one participant of the group")
    cells = {
        (line, column): Cell(
            float(scores[rows[line], column]),
            query=queries.narrow(
                queries.word(int(asked[rows[line]])), *groups.terms(corpus, column)
            ),
            note=alone
            if cases[rows[line], column] == 1 and every.facet != ("case", "name")
            else None,
        )
        for line, column in places
    }
    notes = [say("Each column is compared with all others; 0 is not more frequent there.")]
    if len(kept) < len(some):
        notes.append(
            say(
                "Only the {n} columns with the most words, of {all}, are shown.",
                n=len(kept),
                all=len(some),
            )
        )
    notes.append(least_note(settings))
    return Matrix(
        kind=KIND.name,
        rows=word_headings(words, asked[rows]),
        columns=groups.headings(corpus),
        cells=cells,
        caption=ranking_caption(
            say("Key words of each group"), UNITS[settings["measure"]], only, all_words,
            (*notes, *manner(words, settings, only)),
        ),
        row_title=say("Word"),
        column_title=say("Group"),
        number="decimal",
        measures={
            "frequency": {(r, c): float(counts[rows[r], c]) for r, c in places},
            "cases": {(r, c): float(cases[rows[r], c]) for r, c in places},
        },
    )  # fmt: skip


_MOST_GROUPS = 60
_MOST_ROWS = 500


def _top_of_each(scores: Floats, top: int) -> Ints:
    """The highest rows of each column, column by column, each row once."""
    found: dict[int, None] = {}
    for column in range(scores.shape[1]):
        score = np.nan_to_num(scores[:, column], nan=0.0)
        best = np.argsort(-score, kind="stable")[:top]
        found |= dict.fromkeys(best[score[best] > 0].tolist())
    return np.array(list(found)[:_MOST_ROWS], np.int64)


KIND = DisplayKind(
    name="keyness",
    title=say("Key words"),
    purpose="explain",
    about=say(
        "Use it to see in which words groups differ: what one participant or role says more than all"
        " others, or what is said within some codes and not elsewhere. It shows where to read, not what"
        " is proved."
    ),
    source=say(
        "Monroe, Colaresi & Quinn (2008), Fightin’ Words: log-odds; Rayson & Garside (2000):"
        " log-likelihood; Hardie (2014): log ratio"
    ),
    settings=(
        Setting("by", say("Groups"), "attribute", default="case"),
        Setting(
            "one", say("One group (none: each against all others)"), "text", default="", most=200
        ),
        Setting("other", say("Compared with (none: all others)"), "text", default="", most=200),
        Setting("measure", say("In order of"), "choice", tuple(MEASURES.items()), "log-odds"),
        *SHARED,
        Setting("least", say("At least so many times in all"), "number", default=3),
        Setting("top", say("At most so many words of each group"), "number", default=15, most=200),
    ),
    compute=compute,
    example={"by": "case"},
)
