"""What the ready frames of a codebook are called in a report."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ..formats.shipped import shipped
from .facts import ReportFacts

__all__ = ["frame_title", "frames_of"]

Title = Mapping[str, str] | str


@cache
def _titles() -> Mapping[str, Title]:
    return {content["name"]: content["title"] for content in shipped("frames")}


def frame_title(name: str) -> Title:
    """A frame's title by language; its name as it is where no such frame ships with Jejak."""
    return _titles().get(name, name)


def frames_of(facts: ReportFacts) -> list[Title]:
    """The titles of the frames that codes came from, each once, in the order of the codebook."""
    return [
        frame_title(name)
        for name in dict.fromkeys(one.code.frame for one in facts.codes if one.code.frame)
    ]
