"""Captions with times as a reading: what subtitle formats share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..model import Problem, ReadBlock, Reading
from .language import guess_language

__all__ = ["Caption", "reading_of_captions", "tiers_of"]


@dataclass(frozen=True, slots=True)
class Caption:
    """Words from ``begin`` to ``finish`` (ms) of a recording; ``label`` says what they are where they
    are something else than what was said (a translation)."""

    words: str
    begin: int
    finish: int
    speaker: str | None = None
    label: str | None = None

    @property
    def tier(self) -> str:
        """The name of the tier it belongs on."""
        return " · ".join(filter(None, (self.speaker, self.label))) or "text"


def tiers_of(captions: Sequence[Caption]) -> dict[str, list[Caption]]:
    """The captions by who speaks, each list in the order of time and without overlap: what lies above
    another stands in a further list, “Name (2)”. What lasts no time lasts a millisecond."""
    found: dict[str, list[Caption]] = {}
    for one in sorted(captions, key=lambda caption: caption.begin):
        whole = replace(one, finish=max(one.finish, one.begin + 1))
        number, own = 1, one.tier
        while own in found and found[own][-1].finish > whole.begin:
            number += 1
            own = f"{one.tier} ({number})"
        found.setdefault(own, []).append(whole)
    return found


def reading_of_captions(
    format: str,
    captions: Sequence[Caption],
    *,
    encoding: str | None,
    metadata: Mapping[str, str] | None = None,
    problems: tuple[Problem, ...] = (),
) -> Reading:
    """A line of text and a block for each caption that has words."""
    parts: list[str] = []
    blocks: list[ReadBlock] = []
    at = 0
    for caption in captions:
        if not caption.words:
            continue
        blocks.append(
            ReadBlock(
                "caption", at, at + len(caption.words), speaker=caption.speaker, label=caption.label,
                begin=caption.begin, finish=caption.finish,
            )
        )  # fmt: skip
        parts.append(caption.words)
        at += len(caption.words) + 1
    text = "\n".join(parts)
    return Reading(
        format=format, medium="text", text=text, blocks=tuple(blocks), kind="interview",
        language=guess_language(text), encoding=encoding, metadata=metadata or {},
        problems=problems,
    )  # fmt: skip
