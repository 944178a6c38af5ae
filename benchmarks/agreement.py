"""Agreement of five coders over ten million characters and 500 codes, beside PyPI's ``krippendorff``.

``python -m benchmarks agreement [CHARACTERS …]``: *cold* is a coefficient with 1,000 bootstrap samples
(10,000,000 characters where no number is given). The rival takes an expanded array: one number for each
coder and character, and takes memory by characters times the square of the values (500 of them: 2 MB a character).
So it is given the ten commonest codes over as many characters as :data:`FOR_RIVAL`, which is six gigabytes
for it. Its answer must be ours to 1e-9, and it must take 300 times as long; what memory both wanted at
the most is said.
"""

from __future__ import annotations

import sys
import tracemalloc
from collections.abc import Callable, Sequence

import numpy as np

from benchmarks.rivals import rival
from benchmarks.table import Line, ms, told
from jejak.analysis.agreement import (
    NO_INTERVAL,
    Continuum,
    cu_alpha,
    joint_alpha,
    krippendorff_alpha,
)
from jejak.analysis.agreement.characters import one_value_each
from jejak.analysis.agreement.joint import alpha_by_value

__all__ = ["CHARACTERS", "FOR_RIVAL", "made", "main"]

CHARACTERS, CODERS, CODES, EACH = 10_000_000, 5, 500, 10_000
FOR_RIVAL, FEW = 2_000_000, 10
FASTER = 300
BOTH = "alpha and cu-alpha, 1,000 samples"
LIMITS = {
    BOTH: 10_000.0,
    "alpha of each of 500 codes": 0.0,
    "all codes jointly": 0.0,
}


def made(characters: int) -> Continuum:
    """Sources of 10,000 characters where five coders mark about the same stretches, one in five with
    another code and each with ends of its own."""
    draw = np.random.default_rng(23)
    many = characters // 300
    start = np.sort(draw.choice(characters // 10, many, replace=False)) * 10
    source, start = start // EACH, start % EACH
    # A stretch is over before the next begins, and within its source.
    room = (
        np.where(np.append(source[1:] == source[:-1], False), np.append(start[1:], 0), EACH) - start
    )
    long = np.minimum(draw.integers(20, 400, many), room)
    code = draw.zipf(1.3, many) % CODES
    rows = []
    for coder in range(CODERS):
        marked = draw.random(many) < 0.8
        begin = np.minimum(start + draw.integers(0, 5, many), start + long - 1)
        end = np.maximum(start + long - draw.integers(0, 5, many), begin + 1)
        value = np.where(draw.random(many) < 0.2, draw.integers(0, CODES, many), code)
        rows.append(np.stack([np.full(many, coder), value, source, begin, end])[:, marked])
    columns = np.concatenate(rows, 1)
    sources = -(-characters // EACH)
    length = np.full(sources, EACH)
    length[-1] = characters - EACH * (sources - 1)
    columns[4] = np.minimum(columns[4], length[columns[2]])
    return Continuum.from_columns(
        tuple("ABCDE"), tuple(f"Code {n:03}" for n in range(CODES)),
        tuple(f"Source {n:04}" for n in range(sources)), length, np.ones((CODERS, sources), bool),
        *columns,
    )  # fmt: skip


def _expanded(spans: Continuum) -> np.ndarray:
    found = np.zeros((CODERS, int(spans.length.sum())), np.int8)
    begin, over = spans.ends()
    for row in range(len(spans)):
        found[spans.coder[row], begin[row] : over[row]] = spans.value[row] + 1
    return found


def _memory(work: Callable[[], object]) -> float:
    """The most memory that some work holds, in MB."""
    tracemalloc.start()
    work()
    most = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    return most


def _beside() -> tuple[str, bool]:
    """A few codes at once by us and by the rival: what to say of it, and whether it held."""
    other = rival("krippendorff")
    if other is None:
        return "krippendorff cannot be had here: nothing to stand beside\n", True
    spans = made(FOR_RIVAL)
    spans = spans.of_values(np.argsort(-np.bincount(spans.value))[:FEW].tolist())
    answers: dict[str, float] = {}

    def ours() -> None:
        answers["ours"] = krippendorff_alpha(one_value_each(spans), interval=NO_INTERVAL).value or 0

    given = _expanded(spans)

    def theirs() -> None:
        answers["theirs"] = float(other.alpha(given, level_of_measurement="nominal"))

    took, taken = min(ms(ours) for _ in range(5)), ms(theirs)
    same = abs(answers["ours"] - answers["theirs"]) < 1e-9
    held = same and taken / took >= FASTER
    text = (
        f"{FEW} codes over {FOR_RIVAL:,} characters, value alone: ours {took:,.1f} ms, {_memory(ours):,.1f} MB; "
        f"krippendorff {taken:,.0f} ms, "
        f"{_memory(theirs):,.0f} MB: ×{taken / took:,.0f} (at least ×{FASTER})\n"
        f"answers {answers['ours']:.12f} and {answers['theirs']:.12f}: "
        f"{'equal to 1e-9' if same else 'NOT EQUAL'}{'' if held else '  OVER'}\n"
    )
    return text, held


def main(arguments: Sequence[str] = ()) -> int:
    """Measure; 1 where a limit is missed."""
    sizes = [int(one) for one in arguments] or [CHARACTERS]
    lines = {name: Line(name, limit) for name, limit in LIMITS.items()}
    for size in sizes:
        spans = made(size)
        works: dict[str, Callable[[], object]] = {
            BOTH: lambda spans=spans: (krippendorff_alpha(one_value_each(spans)), cu_alpha(spans)),
            "alpha of each of 500 codes": lambda spans=spans: alpha_by_value(spans),
            "all codes jointly": lambda spans=spans: joint_alpha(spans),
        }  # type: ignore[dict-item]
        for name, work in works.items():
            lines[name].cold[size] = ms(work)
        most = _memory(works[BOTH])
        lines[BOTH].said = f"{len(spans):,} codings, {most:,.0f} MB at the most"
    text, missed = told(list(lines.values()), sizes, binding=CHARACTERS)
    beside, held = _beside()
    sys.stdout.write(text + beside)
    return 1 if missed or not held else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
