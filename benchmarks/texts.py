"""A study whose texts are long, up to 5,000,000 characters with 20,000 codings.

Half of the turns are in other scripts: emoji, combining marks, Arabic, Han. Made once, kept in
``build/studies``; always the same.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from benchmarks.studies import FOLDER
from jejak.model import Block, Code, Coding, Segment, Source
from jejak.study import Study, create_study

__all__ = ["CODES", "SIZES", "long_text", "places", "texts_file"]

# The first is a long interview; it is what the rival is asked to open as well.
SIZES = ((100_000, 1_000), (1_000_000, 5_000), (5_000_000, 20_000))
CODES = 60
_LATIN = (
    "saya", "pakai", "dua", "akun", "supaya", "teman", "tidak", "tahu", "the", "people", "who",
    "know", "me", "karena", "aman", "lebih", "mudah", "begitu", "selalu", "online",
)  # fmt: skip
_OTHERS = (
    "لا أحد يعرف اسمي هنا", "没有人知道我是谁", "tidak 👩‍👩‍👧 apa-apa 🙂", "naïve café résumé",
    "नमस्ते दुनिया", "🇮🇩 aman kok",
)  # fmt: skip


def long_text(length: int, seed: int = 1) -> list[str]:
    """Turns of 20 to 400 characters, which with a line break each come to ``length`` or a little more."""
    draw = np.random.default_rng(seed)
    turns: list[str] = []
    at = 0
    while at < length:
        words = _OTHERS if draw.random() < 0.5 else _LATIN
        long = int(draw.integers(20, 400))
        turn = ""
        while len(turn) < long:
            turn += f"{words[int(draw.integers(len(words)))]} "
        turns.append(f"{turn.strip()}.")
        at += len(turns[-1]) + 1
    return turns


def places(length: int, codings: int, seed: int = 2) -> list[tuple[int, int, int]]:
    """Where the codings lie, and by which of :data:`CODES` codes."""
    draw = np.random.default_rng(seed)
    starts = draw.integers(0, length - 700, codings)
    long = 10 + np.minimum(draw.geometric(1 / 110, codings), 600)
    codes = draw.integers(0, CODES, codings)
    return list(zip(starts.tolist(), (starts + long).tolist(), codes.tolist(), strict=True))


def texts_file() -> Path:
    """The study; one source a size, named by it (``1000000``)."""
    path = FOLDER / "texts.jejak"
    if not path.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        for left in FOLDER.glob(f"{part.name}*"):
            left.unlink()
        with create_study(part, "Long texts", user="A") as study:
            codes = [Code(name=f"Code {number}", position=number) for number in range(CODES)]
            with study.change("Codes") as change:
                change.add_many(codes)
            for length, codings in SIZES:
                _add(study, length, codings, codes)
        part.rename(path)
    return path


def _add(study: Study, length: int, codings: int, codes: list[Code]) -> None:
    turns = long_text(length)
    text = "\n".join(turns)
    with study.change(f"{length} characters") as change:
        source = Source(
            name=str(length), kind="interview", text=change.keep_text(text), length=len(text)
        )
        change.add(source)
        blocks = []
        at = 0
        for number, turn in enumerate(turns, 1):
            end = at + len(turn)
            who = ("Researcher", "Gita")[number % 2]
            blocks.append(
                Block(
                    source=source.guid, number=number, kind="turn", start=at, end=end, speaker=who
                )
            )
            at = end + 1
        change.add_many(blocks)
        segments: dict[tuple[int, int], Segment] = {}
        for start, end, _ in places(length, codings):
            segments.setdefault((start, end), Segment(source=source.guid, start=start, end=end))
        change.add_many(list(segments.values()))
        change.add_many(
            Coding(segment=segments[start, end].guid, code=codes[code].guid, user=study.user.guid)
            for start, end, code in places(length, codings)
        )
