"""Transcripts of ELAN (``.eaf``): tiers of who speaks, on the time slots of a recording."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import PurePath, PureWindowsPath
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from ..errors import UnreadableSource
from ..model import Problem, Reading, say
from .captions import Caption, reading_of_captions, tiers_of
from .format import Format, ReadOptions
from .zipped import local, parse_xml

__all__ = ["FORMAT"]

# What stands beside the words as a whole (a translation); other dependent tiers part them.
_BESIDE = "Symbolic_Association"
_NO_TIME = 2**53


def read(data: bytes, _options: ReadOptions) -> Reading:
    """A line for each annotation of the tiers that time stands beside, and below it what is tied to it
    as a whole, labelled with the name of its tier; tiers that part the words once more are told."""
    root = parse_xml(data)
    if local(root.tag) != "ANNOTATION_DOCUMENT":
        raise UnreadableSource("corrupt", "The file is no transcript of ELAN.")
    document = _Document(root)
    captions = document.captions()
    return reading_of_captions(
        "eaf", captions, encoding=None, metadata=_media(root), problems=document.problems()
    )


def _media(root: Any) -> dict[str, str]:
    urls = (
        one.get("RELATIVE_MEDIA_URL") or one.get("MEDIA_URL") or ""
        for one in root.iter()
        if local(one.tag) == "MEDIA_DESCRIPTOR"
    )
    names = [PurePath(PureWindowsPath(url).name).name for url in urls]
    return {"media": ", ".join(filter(None, names))} if any(names) else {}


class _Document:
    """The tiers of a document with their annotations."""

    def __init__(self, root: Any) -> None:
        children = [(local(one.tag), one) for one in root]
        self._slots = _slots([one for tag, one in children if tag == "TIME_ORDER"])
        self._types = {
            one.get("LINGUISTIC_TYPE_ID"): one for tag, one in children if tag == "LINGUISTIC_TYPE"
        }
        self._tiers = [one for tag, one in children if tag == "TIER"]
        self._times: dict[str, tuple[int, int]] = {}
        self._heads: dict[str, str] = {}
        self._left: Counter[str] = Counter()
        self._broken = 0

    def captions(self) -> list[Caption]:
        """What is said, in the order of time; what stands beside it right after it."""
        found: list[tuple[int, int, int, Caption]] = []
        for depth, tier in enumerate(self._ordered()):
            kind = self._types.get(tier.get("LINGUISTIC_TYPE_REF"))
            constraint = (kind.get("CONSTRAINTS") or "") if kind is not None else ""
            whole = not tier.get("PARENT_REF") or constraint == _BESIDE
            for one in (child for child in tier.iter() if local(child.tag).endswith("_ANNOTATION")):
                caption = self._caption(tier, one, kind)
                if caption is None:
                    continue
                if whole:
                    found.append((caption.begin, caption.finish, depth, caption))
                else:
                    self._left[str(tier.get("TIER_ID"))] += 1
        return [caption for *_, caption in sorted(found, key=lambda entry: entry[:3])]

    def problems(self) -> tuple[Problem, ...]:
        """What was left out."""
        told = []
        for name, count in self._left.items():
            message = say(
                "The tier “{tier}” parts the same words once more; its {n} annotations were left out.",
                tier=name, n=count,
            )  # fmt: skip
            told.append(Problem("tiers-left-out", message, name))
        if self._broken:
            message = say("{n} annotations have no time and were left out.", n=self._broken)
            told.append(Problem("no-time", message))
        return tuple(told)

    def _ordered(self) -> list[Any]:
        """The tiers, each after the one it depends on."""
        below: dict[str | None, list[Any]] = {}
        names = {tier.get("TIER_ID") for tier in self._tiers}
        for tier in self._tiers:
            parent = tier.get("PARENT_REF")
            below.setdefault(parent if parent in names else None, []).append(tier)
        ordered, waiting = [], list(reversed(below.pop(None, [])))
        while waiting:
            tier = waiting.pop()
            ordered.append(tier)
            waiting += reversed(below.pop(tier.get("TIER_ID"), []))
        return ordered

    def _caption(self, tier: Any, one: Any, kind: Any) -> Caption | None:
        value = next((child for child in one if local(child.tag) == "ANNOTATION_VALUE"), None)
        words = ("".join(value.itertext()) if value is not None else "").strip()
        times = self._time(one)
        if times is None:
            self._broken += bool(words)
            return None
        guid = str(one.get("ANNOTATION_ID"))
        self._times[guid] = times
        name = str(tier.get("TIER_ID") or "")
        who = tier.get("PARTICIPANT") or self._heads.get(tier.get("PARENT_REF") or "") or name
        self._heads[name] = who
        listed = kind is not None and kind.get("CONTROLLED_VOCABULARY_REF")
        label = name if tier.get("PARENT_REF") or listed else None
        return Caption(words, *times, who, label) if words else None

    def _time(self, one: Any) -> tuple[int, int] | None:
        """When it is said; a dependent annotation has the time of the one it depends on."""
        if local(one.tag) == "REF_ANNOTATION":
            return self._times.get(one.get("ANNOTATION_REF") or "")
        begin = self._slots.get(one.get("TIME_SLOT_REF1") or "")
        finish = self._slots.get(one.get("TIME_SLOT_REF2") or "")
        if begin is None or finish is None or finish < begin:
            return None
        return begin, finish


def _slots(orders: Sequence[Any]) -> Mapping[str, int]:
    """The time of each slot; those without one lie evenly between their neighbours."""
    slots = [one for order in orders for one in order if local(one.tag) == "TIME_SLOT"]
    known = [(place, _number(one.get("TIME_VALUE"))) for place, one in enumerate(slots)]
    fixed = [(place, value) for place, value in known if value is not None]
    found: dict[str, int] = {}
    before, at = (-1, 0), 0
    for place, value in known:
        while at < len(fixed) and fixed[at][0] < place:
            at += 1
        if value is not None:
            before = place, value
            found[str(slots[place].get("TIME_SLOT_ID"))] = value
        elif at < len(fixed):
            share = (place - before[0]) / (fixed[at][0] - before[0])
            between = before[1] + round((fixed[at][1] - before[1]) * share)
            found[str(slots[place].get("TIME_SLOT_ID"))] = between
    return found


def _number(text: str | None) -> int | None:
    if text is None or not text.strip().isdecimal():
        return None
    value = int(text)
    return value if value < _NO_TIME else None


def write(captions: Sequence[Caption]) -> bytes:
    """A tier for each speaker, on time slots in order."""
    slots: list[int] = []
    tiers: list[str] = []
    for number, (name, tier) in enumerate(tiers_of(captions).items()):
        who = tier[0].speaker
        part = f" PARTICIPANT={quoteattr(_held(who))}" if who else ""
        tiers.append(
            f'<TIER LINGUISTIC_TYPE_REF="default-lt"{part} TIER_ID={quoteattr(_held(name))}>'
        )
        for place, one in enumerate(tier):
            first = len(slots) + 1
            slots += [one.begin, one.finish]
            tiers.append(
                f'<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a{number}_{place}"'
                f' TIME_SLOT_REF1="ts{first}" TIME_SLOT_REF2="ts{first + 1}"><ANNOTATION_VALUE>'
                f"{escape(_held(one.words))}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>"
            )
        tiers.append("</TIER>")
    ordered = sorted(range(len(slots)), key=lambda place: slots[place])
    times = [f'<TIME_SLOT TIME_SLOT_ID="ts{n + 1}" TIME_VALUE="{slots[n]}"/>' for n in ordered]
    return "\n".join([*_HEAD, "<TIME_ORDER>", *times, "</TIME_ORDER>", *tiers, *_FOOT]).encode()


# A date must stand there; the same transcript is the same file whenever it is written.
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<ANNOTATION_DOCUMENT AUTHOR="" DATE="1970-01-01T00:00:00+00:00" FORMAT="3.0" VERSION="3.0"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
    ' xsi:noNamespaceSchemaLocation="http://www.mpi.nl/tools/elan/EAFv3.0.xsd">',
    '<HEADER MEDIA_FILE="" TIME_UNITS="milliseconds"></HEADER>',
)
_FOOT = (
    '<LINGUISTIC_TYPE GRAPHIC_REFERENCES="false" LINGUISTIC_TYPE_ID="default-lt"',
    ' TIME_ALIGNABLE="true"/>',
    "</ANNOTATION_DOCUMENT>",
    "",
)
_UNHELD = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _held(text: str) -> str:
    """A text without the characters that no XML can hold."""
    return _UNHELD.sub("�", text)


FORMAT = Format("eaf", (".eaf",), read, apart=True, write=write)
