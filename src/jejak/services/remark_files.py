"""Remarks on their way back from a copy: the file that carries them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ..errors import InvalidInput
from ..model.auditor import TEXTS, AuditorCopy
from ..store.lookups import is_guid

__all__ = ["Placed", "Sent", "read_sent", "written"]

_FORM = "jejak-remarks"
_MOST = 1_000_000


@dataclass(frozen=True, slots=True)
class Sent:
    """A remark as the copy has it: on what (``kind``, ``target``) and, for a passage, where that is in the
    copy's text of a source."""

    guid: str
    kind: str
    target: str
    source: str | None
    start: int | None
    end: int | None
    passage: str
    text: str
    who: str
    created: datetime


@dataclass(frozen=True, slots=True)
class Placed:
    """What a remark is about in the study itself: an entity, or a stretch (``span``) of a source.
    ``homeless`` says that what it was about is not there any more."""

    kind: str
    guid: str
    span: tuple[int, int] | None = None
    homeless: bool = False


def written(mark: AuditorCopy, remarks: Sequence[Sent]) -> bytes:
    """The file of some remarks."""
    told = [
        {
            "guid": one.guid, "kind": one.kind, "target": one.target, "source": one.source,
            "start": one.start, "end": one.end, "passage": one.passage, "text": one.text,
            "who": one.who, "created": one.created.isoformat(),
        }
        for one in remarks
    ]  # fmt: skip
    content = {"form": _FORM, "version": 1, **mark.settings, "remarks": told}
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def read_sent(content: bytes) -> tuple[AuditorCopy, list[Sent]]:
    """The copy that remarks come from, and the remarks. Raises :class:`InvalidInput`."""
    try:
        given = json.loads(content)
        mark = AuditorCopy(
            _guid(given["of"]), int(given["seq"]), str(given["digest"]), str(given["texts"])
        )
        known = given["form"] == _FORM and mark.texts in TEXTS
        remarks = [_read(one) for one in given["remarks"]] if known else None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise InvalidInput(
            "no-remarks", "This file holds no remarks from an auditor's copy.",
            "They are written by: jejak remarks COPY -o remarks.json",
        ) from None  # fmt: skip
    if remarks is None:
        raise InvalidInput("no-remarks", "This file holds no remarks from an auditor's copy.")
    return mark, remarks


def _guid(value: Any) -> str:
    if not is_guid(str(value)):
        raise ValueError
    return str(value).lower()


def _read(one: Mapping[str, Any]) -> Sent:
    text = str(one["text"]).strip()
    created = datetime.fromisoformat(one["created"])
    if not text or len(text) > _MOST or created.tzinfo is None:
        raise ValueError
    passage = one["source"] is not None
    return Sent(
        guid=_guid(one["guid"]), kind=str(one["kind"]), target=_guid(one["target"]),
        source=_guid(one["source"]) if passage else None,
        start=int(one["start"]) if passage else None, end=int(one["end"]) if passage else None,
        passage=str(one["passage"])[:_MOST], text=text, who=" ".join(str(one["who"]).split()),
        created=created,
    )  # fmt: skip
