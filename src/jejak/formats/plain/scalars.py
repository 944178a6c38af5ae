"""Values as text that is JSON and YAML at once, one line each; longer texts as YAML blocks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import yaml

__all__ = ["block", "json_line", "json_text", "yaml_lines", "yaml_of"]

# What JSON may hold as it is and YAML, an editor or a terminal may not.
_ODD = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
# What a block of YAML does not give back as it was.
_UNFIT = re.compile(
    "[^\n\t -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_NAME = re.compile("[a-z][a-z_]+")
_MANY = 1 << 16


def json_text(value: Any) -> str:
    """A value on one line, the same in JSON and in YAML."""
    text = json.dumps(value, ensure_ascii=False)
    return _ODD.sub(lambda found: f"\\u{ord(found[0]):04x}", text) if _ODD.search(text) else text


def json_line(values: Iterable[Mapping[str, Any]]) -> Iterator[bytes]:
    """Things as JSON, one a line, in pieces of some size."""
    lines: list[str] = []
    size = 0
    for one in values:
        lines.append(json_text(one))
        size += len(lines[-1])
        if size > _MANY:
            yield ("\n".join(lines) + "\n").encode()
            lines, size = [], 0
    if lines:
        yield ("\n".join(lines) + "\n").encode()


def yaml_lines(values: Mapping[str, Any], indent: str = "", first: str = "") -> Iterator[str]:
    """A mapping as lines of YAML: lists of mappings below their key, everything else beside it. The first
    line begins with ``first`` where that is given."""
    begin = first or indent
    for key, value in values.items():
        if isinstance(value, list) and value and all(map(_has_lines, value)):
            yield f"{begin}{key}:"
            for one in value:
                yield from yaml_lines(one, f"{indent}    ", f"{indent}  - ")
        elif isinstance(value, _Block):
            yield f"{begin}{key}:"
            yield from yaml_lines(value, f"{indent}  ")
        else:
            yield from _pair(f"{begin}{key}:", value, indent)
        begin = indent


def _has_lines(value: Any) -> bool:
    """Whether a value is a mapping by names that need no quotes."""
    return isinstance(value, dict) and bool(value) and all(map(_NAME.fullmatch, value))


class _Block(dict[str, Any]):
    """A mapping that has lines of its own."""


def block(values: Mapping[str, Any]) -> dict[str, Any]:
    """A mapping that :func:`yaml_lines` writes below its key."""
    return _Block(values)


def _pair(begin: str, value: Any, indent: str) -> Iterator[str]:
    if not isinstance(value, str) or not _is_block(value):
        yield f"{begin} {json_text(value)}"
        return
    yield f"{begin} |-"
    for line in value.split("\n"):
        yield f"{indent}  {line}" if line else ""


def _is_block(text: str) -> bool:
    """Whether a text of several lines comes back from a block of YAML as it was."""
    return (
        "\n" in text
        and not text.startswith((" ", "\t", "\n"))
        and not text.endswith("\n")
        and not _UNFIT.search(text)
    )


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML with the numbers of JSON: ``1e-05`` is one too."""


_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:float",
    re.compile(r"^-?(?:0|[1-9]\d*)(?:\.\d+)?[eE][-+]?\d+$"),
    list("-0123456789"),
)


def yaml_of(text: str) -> Any:
    """What a text of YAML says. Raises :class:`yaml.YAMLError`."""
    return yaml.load(text, _Loader)  # noqa: S506  (it is a safe loader)
