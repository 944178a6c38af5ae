"""The files of a QualCoder folder: what kind each source is, and the file that belongs to it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from ...model import say
from ...model.parcel import Original
from .rows import Row
from .telling import Telling, shown

__all__ = ["Material", "material_of", "original_at"]

# How a path there begins, the folder, and the medium.
_KINDS = (
    ("images", "images", "image"), ("audio", "audio", "audio"), ("video", "video", "video"),
    ("docs", "documents", "text"),
)  # fmt: skip
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Material:
    """What a source of QualCoder is of, with its file where that is there."""

    medium: str
    name: str
    original: Original | None


def material_of(row: Row, folder: Path, telling: Telling) -> Material:
    """The material of a row of ``source``. Only files within the project's folder are read: one that is
    linked from elsewhere, or missing, is told."""
    path = row.text("mediapath").replace("\\", "/")
    sign, _, rest = path.lstrip("/").partition(":" if ":" in path[:8] else "/")
    inside, medium = next(
        ((kind[1], kind[2]) for kind in _KINDS if kind[0] == sign.casefold()), ("documents", "text")
    )
    name = PurePosixPath(rest or row.text("name")).name
    if medium == "text" and name.casefold().endswith(".pdf"):
        medium = "pdf"
    found = _within(folder / inside, name)
    if found is None and (path or medium != "text"):
        message = say(
            "The file “{file}” is not in the project's folder “{folder}”; its text and codings came in "
            "without it.", file=shown(rest or name), folder=inside,
        )  # fmt: skip
        telling.note("missing-file", message, row.where)
    return Material(medium, name, original_at(found) if found else None)


def original_at(path: Path) -> Original:
    """A file as it is carried along."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
    return Original(digest.hexdigest(), path.stat().st_size, _opener(path))


def _opener(path: Path) -> Callable[[], BinaryIO]:
    return lambda: path.open("rb")


def _within(folder: Path, name: str) -> Path | None:
    """A plain file of that name in a folder, not one that a link leads out to."""
    if not name or name in {".", ".."}:
        return None
    path = folder / name
    if not path.is_file() or path.resolve().parent != folder.resolve():
        return None
    return path
