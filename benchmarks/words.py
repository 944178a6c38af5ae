"""How long it takes to count the words of much text, and what else counts them.

``python -m benchmarks.words [CHARACTERS …]``: sizes are characters of made-up talk (by default
10,000,000 and 100,000,000). The key words of one of twenty groups, from the bare texts on and from
words that are at hand; beside it the counts alone by scikit-learn's ``CountVectorizer`` and by
DuckDB, where they are installed, on at most 10,000,000 characters, told for the whole.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

import numpy as np

from benchmarks.rivals import rival
from benchmarks.table import ms
from jejak.analysis.words.columns import words_of
from jejak.analysis.words.forms import forms_of, stop_words
from jejak.analysis.words.keyness import informative_prior, log_likelihood, log_odds, log_ratio
from jejak.model.corpus import Texts

__all__ = ["main"]

SIZES = (10_000_000, 100_000_000)
LIMIT = 5.0
GROUPS = 20
_OTHERS_MOST = 10_000_000
_SOURCE = 1_500


def made_up(characters: int) -> list[str]:
    """Texts of 1,500 words each, the words as uneven as those of a language."""
    draw = np.random.default_rng(3)
    letters = np.array(list("aabdeeghiijklmnnoprstuuwy"))
    words = ["".join(draw.choice(letters, size)) for size in draw.integers(2, 11, 80_000)]
    rank = 1 / np.arange(1, len(words) + 1)
    texts, size = list[str](), 0
    while size < characters:
        some = draw.choice(len(words), _SOURCE * 100, p=rank / rank.sum()).tolist()
        for at in range(0, len(some), _SOURCE):
            text = " ".join(map(words.__getitem__, some[at : at + _SOURCE])).capitalize() + "."
            texts.append(text)
            size += len(text) + 1
            if size >= characters:
                break
    return texts


def keyness(texts: Texts) -> int:
    """The key words of one group of sources against all others, by all three measures."""
    columns = words_of(texts)
    forms = forms_of(columns.vocabulary, without=stop_words("id and en"))
    key = forms.of[columns.number]
    mine = columns.source % GROUPS == 0
    size = len(forms.labels)
    one = np.bincount(key[mine & (key >= 0)], minlength=size)
    other = np.bincount(key[key >= 0], minlength=size) - one
    sizes = int(mine.sum()), int((~mine).sum())
    weight = sum(sizes) / 10
    prior = informative_prior(one, other, weight, sum(sizes))
    log_odds(one, other, prior, (*sizes, weight))
    log_likelihood(one, other, *sizes)
    return int(np.argmax(np.nan_to_num(log_ratio(one, other, *sizes))))


def _seconds(work: Callable[[], object]) -> float:
    return ms(work) / 1000


def _vectorizer(texts: Sequence[str]) -> None:
    counter = rival("sklearn.feature_extraction.text").CountVectorizer()
    counter.fit_transform(texts)


def _duckdb(texts: Sequence[str]) -> None:
    connection = rival("duckdb").connect()
    connection.execute("CREATE TABLE t (grp INT, body VARCHAR)")
    connection.executemany(
        "INSERT INTO t VALUES (?, ?)", [(at % GROUPS == 0, one) for at, one in enumerate(texts)]
    )
    connection.execute(
        "SELECT w, count(*) FILTER (grp = 1), count(*) FILTER (grp = 0) FROM (SELECT grp, "
        "unnest(regexp_extract_all(lower(body), '[\\w]+')) AS w FROM t) GROUP BY w"
    ).fetchall()


def main(numbers: Sequence[str] = ()) -> int:
    """Measure every size; whether 100,000,000 characters take as long as their limit or longer."""
    missed = 0
    for characters in [int(number) for number in numbers] or SIZES:
        texts = made_up(characters)
        kept = Texts.of(texts)
        cold, warm = _seconds(lambda: keyness(kept)), _seconds(lambda: keyness(kept))  # noqa: B023
        words = len(words_of(kept))
        print(f"{characters:>13,} characters, {words:,} words in {len(texts):,} sources")
        print(
            f"  key words, from the bare texts {cold:8.2f} s\n  key words, words at hand       {warm:8.2f} s"
        )
        if characters >= SIZES[-1]:
            missed += cold >= LIMIT
            print(f"  limit {LIMIT:36.2f} s{'  OVER' if cold >= LIMIT else ''}")
        few = texts[: max(1, len(texts) * _OTHERS_MOST // max(characters, _OTHERS_MOST))]
        share = sum(map(len, few)) / sum(map(len, texts))
        for name, work in (("scikit-learn CountVectorizer", _vectorizer), ("DuckDB", _duckdb)):
            try:
                taken = _seconds(lambda: work(few)) / share  # noqa: B023
            except AttributeError:
                print(f"  {name}: not installed")
                continue
            told = "" if share == 1 else f" (from {share:.0%} of the texts)"
            print(f"  {name + ', counts alone':<41} {taken:8.2f} s{told}")
    return missed


if __name__ == "__main__":
    main(sys.argv[1:])
