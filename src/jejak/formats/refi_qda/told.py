"""The attributes by which each thing of a study is told in a project file.

Reader and writer share them: what a file says otherwise is kept beside.
"""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any

from ...model import (
    Attribute,
    Case,
    Code,
    Coding,
    Display,
    Memo,
    NetworkEdge,
    NetworkNode,
    Relation,
    Segment,
    Set,
    Source,
    StudyInfo,
    User,
)
from ...model.identity import moment_text

__all__ = ["MEDIA", "Told", "excerpt"]

Attributes = dict[str, str]

# Medium -> the element of such a source, and that of a selection in it.
MEDIA = {
    "pdf": ("PDFSource", "PDFSelection"),
    "image": ("PictureSource", "PictureSelection"),
    "audio": ("AudioSource", "AudioSelection"),
    "video": ("VideoSource", "VideoSelection"),
}
_TYPES = {"boolean": "Boolean", "number": "Float", "date": "Date"}
_NAMED = 60
_MOMENTS = 4096
# Half of a box, in pixels: positions are its middle here, its corners there.
_HALF = (60, 20)


def excerpt(words: str) -> str:
    """How a selection is called: its words on one line, cut where they are many."""
    if len(words) <= _NAMED and words.isprintable():
        return words
    line = " ".join(words[: 4 * _NAMED].split())
    return line if len(line) <= _NAMED and len(words) <= 4 * _NAMED else line[: _NAMED - 1] + "…"


class Told:
    """How things are told. ``silent`` are the people whom the origin did not name, ``undated`` is the
    moment that stands for none."""

    def __init__(self) -> None:
        self.silent: set[str] = set()
        self.undated: datetime | None = None
        self._made: dict[tuple[str, datetime], Attributes] = {}

    def project(self, info: StudyInfo) -> Attributes:
        """The study."""
        return {"name": info.title, "creationDateTime": moment_text(info.created)}

    def user(self, user: User) -> Attributes:
        """Somebody."""
        told = {"guid": user.guid, "name": user.name}
        return told | {"id": user.initials} if user.initials else told

    def code(self, code: Code) -> Attributes:
        """A code."""
        return {
            "guid": code.guid, "name": code.name, "isCodable": "true" if code.codable else "false",
            "color": code.colour,
        }  # fmt: skip

    def variable(self, attribute: Attribute) -> Attributes:
        """A variable."""
        kind = _TYPES.get(attribute.type, "Text")
        return {"guid": attribute.guid, "name": attribute.name, "typeOfVariable": kind}

    def case(self, case: Case) -> Attributes:
        """A case."""
        return {"guid": case.guid, "name": case.name}

    def source(self, source: Source) -> Attributes:
        """A source with the paths of its files, as they are named in an archive."""
        told = {"guid": source.guid, "name": source.name}
        # The plain text has the shorter name.
        between = ".original" if ending(source) == ".txt" else ""
        file = f"internal://{source.guid}{between}{ending(source)}" if source.original else ""
        if source.medium in MEDIA:
            told |= {"path": file} if file else {}
        else:
            told |= {"richTextPath": file} if file else {}
            told["plainTextPath"] = f"internal://{source.guid}.txt"
        return told | self.made("", source.created)

    def text_selection(self, segment: Segment, words: str, coding: Coding | None) -> Attributes:
        """A stretch of text."""
        return {
            "guid": segment.guid, "name": excerpt(words), "startPosition": str(segment.start),
            "endPosition": str(segment.end), **self._by(coding),
        }  # fmt: skip

    def selection(self, segment: Segment, coding: Coding | None) -> Attributes:
        """What is selected of a page, a picture or a recording."""
        told = {"guid": segment.guid}
        if segment.anchor == "time":
            told |= {"begin": str(segment.start), "end": str(segment.end)}
        else:
            if segment.anchor == "page":
                told["page"] = str(int(str(segment.region.get("page", 1))) - 1)
            told |= dict(
                zip(("firstX", "firstY", "secondX", "secondY"), corners(segment), strict=True)
            )
        return told | self._by(coding)

    def _by(self, coding: Coding | None) -> Attributes:
        if coding is None:
            return {}
        # Few made many, and at the same moments; where moments differ, at least the selection has that of
        # its coding.
        key = coding.user, coding.created
        if key not in self._made:
            if len(self._made) == _MOMENTS:
                self._made.clear()
            self._made[key] = self.made(*key)
        return self._made[key]

    def made(self, user: str, moment: datetime) -> Attributes:
        """Who made something, and when."""
        told = {"creatingUser": user} if user and user not in self.silent else {}
        return told if moment == self.undated else told | {"creationDateTime": moment_text(moment)}

    def coding(self, coding: Coding) -> Attributes:
        """A coding."""
        return {"guid": coding.guid, **self._by(coding)}

    def note(self, memo: Memo) -> Attributes:
        """A memo."""
        return {"guid": memo.guid, "name": memo.title, **self.made(memo.user, memo.created)}

    def link(self, relation: Relation) -> Attributes:
        """A relation."""
        return {
            "guid": relation.guid, "name": relation.type, "direction": "OneWay",
            "originGUID": relation.origin, "targetGUID": relation.target,
        }  # fmt: skip

    def set(self, one: Set) -> Attributes:
        """A set."""
        return {"guid": one.guid, "name": one.name}

    def graph(self, display: Display) -> Attributes:
        """A drawn network."""
        return {"guid": display.guid, "name": display.name}

    def vertex(self, node: NetworkNode, stands_for: str) -> Attributes:
        """A box of it."""
        wide, high = _HALF
        told = {"guid": node.guid} | ({"representedGUID": stands_for} if stands_for else {})
        return told | {
            "name": node.label, "firstX": str(node.x - wide), "firstY": str(node.y - high),
            "secondX": str(node.x + wide), "secondY": str(node.y + high),
        }  # fmt: skip

    def edge(self, edge: NetworkEdge) -> Attributes:
        """An arrow of it."""
        told = {"guid": edge.guid} | ({"name": edge.label} if edge.label else {})
        return told | {
            "sourceVertex": edge.origin,
            "targetVertex": edge.target,
            "direction": "OneWay",
        }


def ending(source: Source) -> str:
    """The ending of a source's file, with its point."""
    found = PurePosixPath(source.original_name or "").suffix
    return found if re.fullmatch(r"\.[A-Za-z0-9]{1,8}", found) else ""


def corners(segment: Segment) -> tuple[str, str, str, str]:
    """Two corners of what is selected, as whole numbers."""
    region = segment.region
    rectangles: Any = region.get("rectangles") or ()
    found: Any = region.get("rectangle") or next(iter(rectangles), None)
    if not found and region.get("polygon"):
        points: list[tuple[float, float]] = region["polygon"]  # type: ignore[assignment]
        found = [
            min(x for x, _ in points), min(y for _, y in points),
            max(x for x, _ in points), max(y for _, y in points),
        ]  # fmt: skip
    numbers = [round(float(one)) for one in found or (0, 0, 0, 0)]
    return tuple(map(str, numbers))  # type: ignore[return-value]
