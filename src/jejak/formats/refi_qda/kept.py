"""What a project says beyond what a study has a place for: kept where it differs from what would be written,
and written back as long as what it was said of is as it was."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from typing import Any

from ...errors import InvalidInput
from ...model.identity import as_guid, moment_of
from ...model.keepsake import Keepsake

__all__ = ["FORMAT", "differences", "kept_beside", "restored"]

FORMAT = "qdpx"
_GUIDS = frozenset({
    "guid", "creatingUser", "modifyingUser", "creatingUserGUID", "modifyingUserGUID", "originGUID",
    "targetGUID", "sourceVertex", "targetVertex", "representedGUID", "fromSyncPoint", "toSyncPoint",
})  # fmt: skip
_MOMENTS = frozenset({"creationDateTime", "modifiedDateTime"})

Difference = list[str | None]


def differences(theirs: Mapping[str, str], ours: Mapping[str, str]) -> dict[str, Difference]:
    """The attributes of an element that differ from those that would be written: ``[ours, theirs]`` each,
    ``None`` where one has it not."""
    found: dict[str, Difference] = {}
    for name, value in theirs.items():
        own = ours.get(name)
        if own != value and not (own is not None and _same(name, own, value)):
            found[name] = [own, value]
    for name, value in ours.items():
        if name not in theirs:
            found[name] = [value, None]
    return found


def _same(name: str, ours: str, theirs: str) -> bool:
    """Whether two spellings say the same."""
    if name in _GUIDS:
        with suppress(InvalidInput):
            return as_guid(theirs) == ours
    if name in _MOMENTS:
        return _moment(theirs) == _moment(ours)
    if name == "isCodable":
        return {"1": "true", "0": "false"}.get(theirs.strip(), theirs.strip()) == ours
    if name == "color":
        return _long(theirs) == _long(ours)
    return False


def _moment(text: str) -> datetime | None:
    with suppress(InvalidInput):
        return moment_of(text)
    return None


def _long(colour: str) -> str:
    plain = colour.strip().casefold()
    return "#" + "".join(sign * 2 for sign in plain[1:]) if len(plain) == 4 else plain


def restored(ours: Mapping[str, str], content: Mapping[str, Any]) -> dict[str, str]:
    """The attributes that are written: those of the origin where nothing changed since."""
    told: dict[str, str | None] = dict(ours)
    for name, (own, value) in (content.get("attributes") or {}).items():
        if told.get(name) == own:
            told[name] = value
    return {name: value for name, value in told.items() if value is not None}


def kept_beside(kind: str, owner: str, content: Mapping[str, Any]) -> list[Keepsake]:
    """A record of what is kept beside something; none where there is nothing."""
    left = {name: value for name, value in content.items() if value}
    return [Keepsake(owner_kind=kind, owner=owner, format=FORMAT, content=left)] if left else []
