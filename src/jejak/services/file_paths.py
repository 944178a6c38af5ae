"""The files people mean by paths, folders and globs."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from ..errors import InvalidInput

__all__ = ["files_in", "path_text"]


def files_in(paths: Iterable[str | Path]) -> list[Path]:
    """The files meant by paths, folders (all files below) and globs, in order, each once.

    Raises :class:`InvalidInput` where a path names nothing.
    """
    found: dict[Path, None] = {}
    for given in paths:
        path = Path(given).expanduser()
        if path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.is_file() and not _hidden(p, path))
        elif path.exists() or not any(sign in str(given) for sign in "*?["):
            inside = [path]
        else:
            root = Path(path.anchor) if path.is_absolute() else Path()
            pattern = str(path.relative_to(path.anchor)) if path.is_absolute() else str(path)
            inside = sorted(p for p in root.glob(pattern) if p.is_file())
            if not inside:
                raise InvalidInput(
                    "no-such-file", f"No file matches {given}.", "Nothing was added."
                )
        found.update(dict.fromkeys(inside))
    return list(found)


def path_text(path: Path) -> str:
    """A path as text; bytes in it that are no UTF-8 stand as “�”, so that it can be shown and kept."""
    return os.fsencode(path).decode("utf-8", "replace")


def _hidden(path: Path, below: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(below).parts)
