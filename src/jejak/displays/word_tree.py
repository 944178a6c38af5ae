"""What follows a word, or comes before it, as a tree of its continuations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np

from ..analysis.spans import Ints
from ..analysis.text import word_key, word_spans
from ..analysis.words.columns import words_of
from ..analysis.words.forms import STOP_WORDS, forms_of, stop_words
from ..analysis.words.material import Material, material
from ..analysis.words.splitting import NEXT
from ..analysis.words.ways import Ways, at_least, ways_on
from ..model.corpus import Corpus
from ..model.message import Message, say
from ..model.query import TextIs
from ..model.shape import WORD, Caption, Cell, Heading, Matrix, why
from .display import DisplayFilter, DisplayKind, Setting
from .word_counts import COUNTED, WordQueries, joined

__all__ = ["KIND", "compute"]

_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class _Branch:
    """Words that go on (or lead to) what is above them: ``run`` are all the words from the root on, in
    the order of the text; ``own`` those that this branch adds."""

    run: tuple[int, ...]
    own: tuple[int, ...]
    depth: int
    count: int


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
    """A root and its branches. Settings: see :data:`KIND`."""
    words = material(corpus, forms_of(words_of(corpus.texts).vocabulary), only.rows)
    root = _root(words, settings["words"])
    at = _places(words, root)
    after = settings["side"] == "after"
    branches, every = _branches(words, root, at, settings, after=after)
    shown = _most(branches, settings["top"])
    queries = WordQueries(words.forms, only)
    labels = words.forms.labels
    rows, cells = [], {}
    for row, branch in enumerate(shown):
        run = joined([labels[n] for n in branch.run])
        own = joined([labels[n] for n in branch.own])
        rows.append(Heading(f"{WORD}{run}", own, branch.depth, path=run))
        cells[row, 0] = Cell(branch.count, query=queries.narrow(TextIs(run, "word")))
    return Matrix(
        kind=KIND.name,
        rows=tuple(rows),
        columns=(Heading("count", say("How often")),),
        cells=cells,
        caption=Caption(
            title=_title(joined([labels[n] for n in root]), after=after),
            unit=say("how often the words stand there"),
            filter=str(only),
            n=words.size,
            notes=tuple(_notes(every, len(shown), settings, only)),
            counted=COUNTED,
        ),
        row_title=say("Words"),
        column_title=say("Measure"),
        drawing="word-tree" if after else "word-tree-before",
    )


def _title(root: str, *, after: bool) -> Message:
    if not root:
        return say("Word tree")
    return say("What follows “{words}”", words=root) if after else say("What comes before “{words}”", words=root)  # fmt: skip


def _root(words: Material, text: str) -> tuple[int, ...]:
    """The words that were typed as numbers; without any the most frequent word that is no common one.
    None where one of them stands nowhere."""
    number = {label: n for n, label in enumerate(words.forms.labels)}
    keys = [word_key(text[start:end]) for start, end in word_spans(text)]
    if keys:
        return tuple(number[key] for key in keys) if all(key in number for key in keys) else ()
    counts = words.frequency()
    for common in stop_words(STOP_WORDS[-1]):
        if common in number:
            counts[number[common]] = 0
    return (int(counts.argmax()),) if len(counts) and counts.max() else ()


def _places(words: Material, root: Sequence[int]) -> Ints:
    """Where the root begins: its words in a row on one line, with only space between them."""
    key, gap = words.key, words.columns.gap
    if not root:
        return np.empty(0, np.int64)
    count = max(len(key) - len(root) + 1, 0)
    there = np.ones(count, np.bool_)
    for step, number in enumerate(root):
        there &= key[step : step + count] == number
        if step + 1 < len(root):
            there &= gap[step : step + count] == NEXT
    return np.flatnonzero(there)


def _branches(
    words: Material, root: tuple[int, ...], at: Ints, settings: Mapping[str, Any], *, after: bool
) -> tuple[list[_Branch], int]:
    """The root, and below it depth first whatever goes on often enough, the most frequent first, down
    to the least frequent that may be shown; and how many branches there are in all. Words that
    always go on the same way are one branch."""
    if not len(at):
        return [], 0
    ends = at + len(root) - 1 if after else at
    steps = ways_on(words.key, words.columns.gap, ends, after=after, least=settings["least"])
    ways = list(islice(steps, settings["depth"]))
    counts = [np.array([len(at)]), *(way.count for way in ways)]
    single = [way.single(before) for way, before in zip(ways[1:], counts[1:], strict=False)]
    own = [counts[0], *(way.count[~one] for way, one in zip(ways, single, strict=False)),
           *(way.count for way in ways[len(single):])]  # fmt: skip
    least = at_least(settings["top"], own)
    below = [_below(way, least, words.forms.labels) for way in ways]
    found: list[_Branch] = []

    def grow(
        run: tuple[int, ...], own: tuple[int, ...], place: tuple[int, int], depth: int
    ) -> None:
        step, node = place
        ways = below[step].get(node, []) if step < len(below) else []
        if depth and step <= len(single) and single[step - 1][node]:
            (word, there), *_ = ways
            both = ((*run, word), (*own, word)) if after else ((word, *run), (word, *own))
            grow(*both, (step + 1, there), depth)
            return
        found.append(_Branch(run, own, depth, int(counts[step][node])))
        for word, there in ways:
            grow((*run, word) if after else (word, *run), (word,), (step + 1, there), depth + 1)

    grow(root, root, (0, 0), 0)
    return found, sum(map(len, own))


def _below(way: Ways, least: int, labels: Sequence[str]) -> dict[int, list[tuple[int, int]]]:
    """What goes on from each node at least so often, as (word, node), the most frequent first."""
    kept = np.flatnonzero(way.count >= least)
    rows = zip(way.above[kept].tolist(), way.word[kept].tolist(), way.count[kept].tolist(),
               kept.tolist(), strict=True)  # fmt: skip
    found: dict[int, list[tuple[int, int]]] = {}
    for above, word, _, node in sorted(rows, key=lambda row: (-row[2], labels[row[1]])):
        found.setdefault(above, []).append((word, node))
    return found


def _most(branches: list[_Branch], most: int) -> list[_Branch]:
    """At most so many, the most frequent; nobody is shown without what it goes on."""
    if len(branches) <= most:
        return branches
    by_count = sorted(
        range(len(branches)), key=lambda n: (-branches[n].count, branches[n].depth, n)
    )
    return [branches[n] for n in sorted(by_count[:most])]


def _notes(
    every: int, shown: int, settings: Mapping[str, Any], only: DisplayFilter
) -> Iterator[Message]:
    if shown < every:
        yield say("Only the {n} most frequent of {all} are shown.", n=shown, all=every)
    yield say(
        "A way that is taken fewer than {n} times is not drawn; runs stand on one line with only space"
        " between their words.",
        n=settings["least"],
    )
    if not shown:
        yield why(say("No word is followed or preceded by others often enough."))
    if only.query is not None:
        yield say("Only words count that lie in codings the filter leaves.")


KIND = DisplayKind(
    name="word-tree",
    title=say("Word tree"),
    purpose="explore",
    about=say(
        "Use it to see how people go on after a word, or what leads up to it: turns of phrase, what a"
        " thing is said to be, who is said to do it."
    ),
    source="Wattenberg & Viégas (2008), The word tree, an interactive visual concordance",
    settings=(
        Setting(
            "words", say("Word or words (none: the most frequent)"), "text", default="", most=200
        ),
        Setting(
            "side",
            say("Which side"),
            "choice",
            (("after", say("What follows")), ("before", say("What comes before"))),
            "after",
        ),
        Setting("depth", say("At most so many words on"), "number", default=5, most=_DEEPEST),
        Setting(
            "least", say("Ways that are taken at least so often"), "number", default=2, most=1000
        ),
        Setting("top", say("At most so many branches"), "number", default=80, most=500),
    ),
    compute=compute,
    shown="chart",
)
