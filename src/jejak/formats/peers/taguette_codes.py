"""The tags of Taguette as codes: as they are, or as the tree that their names spell."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator, Mapping, Sequence

from ...model import Code
from ...model.identity import name_key
from .codes import TheirCode, codes_of
from .rows import Row
from .taguette_history import Acts
from .telling import Telling

__all__ = ["paths_of"]

# The GUIDs that Taguette itself gives its tags where it writes a codebook.
_TAGUETTE = uuid.UUID("51b2b2b7-27eb-4ecb-9d56-e75b0a0496c2")
_YES = {"yes", "true", "1", "ya"}
_NO = {"", "no", "false", "0", "tidak"}
_SIGNS = "./"


def paths_of(
    tags: Sequence[Row], tree: str, acts: Acts, telling: Telling
) -> tuple[dict[int | None, str], Iterator[Code]]:
    """The GUID of each tag's code by its number, and the codes.

    ``tree`` says which characters of a name part it from those above; ``yes`` stands for “.” and “/”.
    """
    signs = _SIGNS if tree.casefold() in _YES else "" if tree.casefold() in _NO else tree
    theirs: dict[tuple[str, ...], TheirCode] = {}
    guids: dict[int | None, str] = {}
    paths: list[tuple[str, ...]] = []
    for row in tags:
        path = _parts(row.text("path"), signs)
        made = acts.made("tag", row.whole("id")).when
        paths.append(path)
        key = _key(path)
        key = key if key not in theirs else (*key, row.where)
        guid = _guid(row.text("path"))
        guid = guid if guid not in guids.values() else _guid(f"{row.text('path')}\x1f{row.where}")
        guids[row.whole("id")] = guid
        theirs[key] = TheirCode(
            key, guid, path[-1], key[: len(path) - 1] or None,
            definition=row.text("description"), created=made, where=row.where,
        )  # fmt: skip
    for folder, spelt in _folders(paths, theirs).items():
        theirs[folder] = TheirCode(
            folder, _guid("/".join(spelt)), spelt[-1], folder[:-1] or None, codable=False
        )
    return guids, codes_of(list(theirs.values()), telling)


def _parts(path: str, signs: str) -> tuple[str, ...]:
    if not signs:
        return (path,)
    parts = [part.strip() for part in re.split(f"[{re.escape(signs)}]", path)]
    return tuple(part for part in parts if part) or (path,)


def _key(path: Sequence[str]) -> tuple[str, ...]:
    return tuple(map(name_key, path))


def _folders(
    paths: Sequence[tuple[str, ...]], theirs: Mapping[tuple[str, ...], TheirCode]
) -> dict[tuple[str, ...], tuple[str, ...]]:
    """What names spell as being above and is no tag itself, by key, as it is spelt first."""
    above = [path[:n] for path in paths for n in range(1, len(path))]
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for path in above:
        if _key(path) not in theirs:
            found.setdefault(_key(path), path)
    return found


def _guid(path: str) -> str:
    return str(uuid.uuid5(_TAGUETTE, path))
