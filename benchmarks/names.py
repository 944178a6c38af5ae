"""How quickly anything is found by its name, in a study of very many names.

``python -m benchmarks names [NAMES]``: medians of five in a made study with so many names (100,000),
after the first search has folded them. The limit is 50 ms for each.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

__all__ = ["main"]

LIMIT = 50
SYLLABLES = (
    "ka",
    "ri",
    "no",
    "ta",
    "mu",
    "sa",
    "ber",
    "lin",
    "go",
    "pe",
    "wa",
    "ja",
    "la",
    "di",
    "su",
)


def made_names(count: int) -> list[str]:
    """Names of two words and a number, the same at every run."""
    chance = random.Random(7)
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(20_000)]
    return [f"{chance.choice(words)} {chance.choice(words)} P-{n}" for n in range(count)]


def main(arguments: Sequence[str] = ()) -> None:
    """Print a line for each kind of search; exit 1 when one misses the limit."""
    from jejak.model import Case
    from jejak.study import create_study

    count = int(arguments[0]) if arguments else 100_000
    names = made_names(count)
    missed = []
    with (
        tempfile.TemporaryDirectory() as folder,
        create_study(Path(folder) / "names.jejak", "Names", user="Rina") as study,
    ):
        with study.change("Make many cases") as change:
            change.add_many(Case(name=name) for name in names)
        began = time.perf_counter()
        study.names.search("first")
        print(f"{'first search':>16} {(time.perf_counter() - began) * 1000:>9.1f} ms")
        word = names[count // 2].split()[0]
        asked = {
            "beginning": word[:3],
            "whole name": names[count // 3],
            "number": f"P-{count - 1}",
            "two words": " ".join(reversed(names[5].split()[:2])),
            "letter wrong": f"{word[:3]}x{word[4:]}",
            "nothing": "qqqqqq",
        }
        for what, text in asked.items():
            runs = []
            for _ in range(5):
                began = time.perf_counter()
                study.names.search(text)
                runs.append((time.perf_counter() - began) * 1000)
            print(f"{what:>16} {median(runs):>9.1f} ms")
            missed += [what] if median(runs) > LIMIT else []
    print(f"{'limit':>16} {LIMIT:>9} ms")
    if missed:
        sys.exit(f"missed: {', '.join(missed)}")
