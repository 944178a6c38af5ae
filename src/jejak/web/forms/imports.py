"""Imports under way: what is said of their files, and what is told of them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Self

from pydantic import Field

from ...formats import FORMATS
from ..imports import Staged, StagedState, UnderWay
from .form import Name, Out, Patch
from .sources import FileOut, SourceKind

__all__ = ["FileSaid", "ImportOut", "SaidOut", "StagedOut"]


class FileSaid(Patch):
    """What is said of files over what was recognised: of those with these ``numbers``, or of all
    that are not written. ``null``, and an empty text: as recognised. ``case`` and the cases of
    ``speakers`` are names or GUIDs, made where there is none."""

    numbers: list[int] | None = None
    taken: bool = True
    name: Name | None = None
    kind: SourceKind | None = None
    language: str | None = None
    as_format: str | None = None
    encoding: str | None = None
    case: Name | None = None
    collected: str | None = None
    collector: str | None = None
    method: str | None = None
    speakers: dict[str, Annotated[str, Field(max_length=1_000)]] = Field(default_factory=dict)

    def said(self) -> dict[str, Any]:
        """What was given, besides of which files."""
        given = self.changes("numbers")
        speakers = given.get("speakers")
        if speakers is not None:
            given["speakers"] = {name: case for name, case in speakers.items() if case.strip()}
        return given


class SaidOut(Out):
    """What a person said of a file."""

    name: str | None
    kind: str | None
    language: str | None
    as_format: str | None
    encoding: str | None
    case: str | None
    collected: str | None
    collector: str | None
    method: str | None
    speakers: dict[str, str]


class StagedOut(Out):
    """A file of an import: what it was taken for and how its text begins, what was said of it, and
    what became of it. ``timed`` counts its blocks with a time, ``same_as`` is the number of a file
    before it with the same content."""

    number: int
    state: StagedState
    taken: bool
    file: FileOut
    beginning: str
    timed: int
    same_as: int | None
    said: SaidOut

    @classmethod
    def of(cls, staged: Staged, same_as: int | None, language: str) -> Self:
        """A file of an import in a language."""
        return cls(
            number=staged.number,
            state=staged.state,
            taken=staged.taken,
            file=FileOut.of(staged.report, language),
            beginning=staged.looked.beginning,
            timed=staged.looked.timed,
            same_as=same_as,
            said=SaidOut.model_validate(staged.options),
        )


class ImportOut(Out):
    """An import: whether it is being written, the change it made, its files, and the formats that
    files can be read as."""

    guid: str
    begun: datetime
    busy: bool
    seq: int | None
    formats: list[str]
    files: list[StagedOut]

    @classmethod
    def of(cls, found: UnderWay, language: str) -> Self:
        """An import in a language."""
        same = found.same_as()
        return cls(
            guid=found.guid,
            begun=found.begun,
            busy=found.busy,
            seq=found.seq,
            formats=sorted(FORMATS.names()),
            files=[
                StagedOut.of(found.files[number], same.get(number), language)
                for number in sorted(found.files)
            ],
        )
