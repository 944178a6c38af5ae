"""What a crate tells beside the facts of the report: who worked, and which change wrote what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ...model import User
from ..facts import ReportFacts, TrailLine

__all__ = ["CrateFacts", "CrateFile"]


@dataclass(frozen=True, slots=True)
class CrateFile:
    """A file of the crate: its name, its words of introduction, and its bytes."""

    name: str
    title: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class CrateFacts:
    """The facts of a report, the people of the study, all its changes in their order, and for each
    finding, piece of evidence, check and code (by GUID) the changes that wrote it, the first one
    first. ``checks`` are the GUIDs of judged checks by finding and tactic; ``license`` is an address
    or an identifier of SPDX, empty where none was given; ``by`` is who writes the crate."""

    report: ReportFacts
    people: tuple[User, ...]
    changes: tuple[TrailLine, ...]
    written: Mapping[str, tuple[int, ...]]
    checks: Mapping[tuple[str, str], str]
    actors: Mapping[int, str]
    by: str
    license: str = ""
