"""JSON of strangers: read whole, and never taken for what it is not."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from ..errors import InvalidInput, UnreadableSource
from ..model.identity import moment_of
from .reading import load

__all__ = [
    "begins",
    "json_lines",
    "json_of",
    "listed",
    "mappings",
    "moment",
    "number",
    "parsed",
    "text",
    "written",
]

_HEAD = 65_536


def begins(path: Path, *endings: str) -> str:
    """How a text file of one of these endings begins; nothing for anything else."""
    if not path.is_file() or not path.name.casefold().endswith(endings):
        return ""
    try:
        with path.open("rb") as file:
            return file.read(_HEAD).decode("utf-8-sig", "replace").lstrip()
    except OSError:
        return ""


def json_of(path: Path) -> Any:
    """What a JSON file holds. Raises :class:`UnreadableSource`."""
    return parsed(load(path))


def parsed(content: bytes) -> Any:
    """What JSON holds. Raises :class:`UnreadableSource`."""
    try:
        return json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise UnreadableSource("corrupt", f"The file is broken JSON: {error}.") from None


def json_lines(path: Path) -> Iterator[tuple[int, Any]]:
    """The values of a file of one a line, with the number of the line; ``None`` for a broken one."""
    for number, line in enumerate(load(path).decode("utf-8-sig", "replace").split("\n"), 1):
        if line.strip():
            try:
                yield number, json.loads(line)
            except (ValueError, RecursionError):
                yield number, None


def mappings(value: object) -> list[dict[str, Any]]:
    """Those of a list that are objects; nothing where it is no list."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def text(value: object) -> str:
    """A text, or a number as one; nothing for anything else."""
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def number(value: object) -> int | None:
    """A whole number, however it is written; ``None`` where it is none."""
    if isinstance(value, bool):
        return None
    try:
        return int(value) if isinstance(value, int | str) else None
    except ValueError:
        return None


def moment(value: object) -> datetime | None:
    """A moment in ISO 8601; ``None`` where it is none."""
    try:
        return moment_of(value) if isinstance(value, str) else None
    except InvalidInput:
        return None


def written(value: object) -> bytes:
    """A value as JSON on one line; what no file can hold stands as “?”."""
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")


def listed(values: Iterable[object]) -> Iterator[bytes]:
    """Values as one JSON list, each on a line of its own."""
    mark = b"[\n"
    for value in values:
        yield mark + written(value)
        mark = b",\n"
    yield b"[]\n" if mark == b"[\n" else b"\n]\n"
