"""Files that begin with some fields between two lines of hyphens; what follows is the text itself."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from .scalars import json_text, yaml_of

__all__ = ["parted", "with_front"]

_RULE = b"---\n"


def with_front(values: Mapping[str, Any], body: str) -> Iterator[bytes]:
    """A file with those fields, then the body byte for byte."""
    lines = [f"{name}: {json_text(value)}\n" for name, value in values.items()]
    yield _RULE + "".join(lines).encode() + _RULE
    yield body.encode("utf-8", "surrogatepass")


def parted(content: bytes) -> tuple[dict[str, Any], bytes]:
    """The fields and the bytes after them. Raises :class:`ValueError` where there are no fields."""
    content = content.removeprefix(b"\xef\xbb\xbf")
    head, found, body = content.partition(b"\n---\n")
    if not (found and head.startswith(b"---\n")):
        # An editor may have written the ends of lines in its own way.
        head, found, body = content.partition(b"\n---\r\n")
        if not (found and head.startswith(b"---\r\n")):
            raise ValueError("it does not begin with its fields")
    return _fields(head[4:].decode()), body


def _fields(text: str) -> dict[str, Any]:
    try:
        pairs = (line.split(": ", 1) for line in text.strip().splitlines())
        return {name: json.loads(value) for name, value in pairs}
    except ValueError:
        pass
    try:
        found = yaml_of(text)
    except yaml.YAMLError as error:
        raise ValueError("its fields are no valid YAML") from error
    if isinstance(found, dict):
        return found
    raise ValueError("its fields are no list of names and values")
