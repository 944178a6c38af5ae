"""The report in Markdown: readable as it is, and by any program that renders it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from .document import (
    Block,
    Bullets,
    Document,
    Facts,
    Figure,
    Fold,
    Mark,
    Notice,
    Paragraph,
    Quote,
    Run,
    Section,
    Table,
    Text,
    Turn,
)

__all__ = ["as_markdown"]

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_OPENING = re.compile(r"^(\s*)([-+=]|\d+[.)])", re.MULTILINE)
_SIGNS = {"good": "●", "fair": "◐", "poor": "◆", "none": "○"}


def as_markdown(document: Document) -> bytes:
    """The report in UTF-8 (CommonMark with tables; pictures are told by their words)."""
    lines = [f"# {_inline(document.title)}", f"*{_inline(document.subtitle)}*"]
    lines += [_block(block, 2) for block in document.opening]
    lines += [_section(section, 2) for section in document.sections]
    lines += ["---", f"*{_inline(document.closing)}*"]
    return ("\n\n".join(lines) + "\n").encode("utf-8", "replace")


def _escaped(text: str) -> str:
    return _OPENING.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", text))


def _inline(text: str) -> str:
    """Words on one line."""
    return _escaped(" ".join(text.split()))


def _lines(text: str) -> str:
    """Words whose line ends stay."""
    lines = [_inline(line) for line in text.split("\n") if line.strip()]
    return "  \n".join(lines)


def _text(parts: Text) -> str:
    return "".join(_part(part) for part in parts)


def _part(part: Run | Mark) -> str:
    if isinstance(part, Mark):
        return f"{_SIGNS[part.tone]} {_escaped(part.text)}"
    words = _escaped(part.text)
    core = words.strip()
    if not core:
        return words
    left, right = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    if part.link:
        core = f"[{core}](#{part.link})"
    elif part.strong:
        core = f"**{core}**"
    elif part.emphasis:
        core = f"*{core}*"
    return f"{left}{core}{right}"


def _paragraph(block: Paragraph, _: int) -> str:
    return _text(block.text).replace("\n", "  \n")


def _notice(block: Notice, _: int) -> str:
    return _quoted(f"**{_inline(block.title)}**\n\n{_text(block.text)}")


def _bullets(block: Bullets, _: int) -> str:
    signs = (f"{n}." if block.numbered else "-" for n in range(1, len(block.entries) + 1))
    told = (_text(entry).replace("\n", " ") for entry in block.entries)
    return "\n".join(f"{sign} {entry}" for sign, entry in zip(signs, told, strict=True))


def _facts(block: Facts, _: int) -> str:
    return _pairs(block.pairs)


def _pairs(pairs: Iterable[tuple[str, Text]]) -> str:
    return "\n".join(f"- **{_inline(name)}:** {_flat(told)}" for name, told in pairs)


def _flat(parts: Text) -> str:
    return " ".join(_text(parts).split())


def _table(block: Table, _: int) -> str:
    heads = [_inline(column.label) or " " for column in block.columns]
    rules = ["---:" if column.number else "---" for column in block.columns]
    lines = [_row(heads), _row(rules)]
    for number, row in enumerate(block.rows):
        depth = block.depths[number] if block.depths else 0
        cells = [_text(cell).replace("\n", "<br>") for cell in row]
        cells[0] = "\u2003" * depth + cells[0]
        lines.append(_row(cells))
    caption = [f"**{_inline(block.caption)}**", ""] if block.caption else []
    return "\n".join([*caption, *lines])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _figure(block: Figure, _: int) -> str:
    return f"*{_inline(block.alt)}*"


def _quote(block: Quote, _: int) -> str:
    told = [
        *(_turn(turn) for turn in block.previous),
        _turn(Turn(block.speaker, ""))
        + f"{_lines(block.lead)} **{_lines(block.text).replace('  ' + chr(10), ' ')}** "
        f"{_lines(block.tail)}".strip(),
        *(_turn(turn) for turn in block.following),
    ]
    anchor = f'<a id="{block.anchor}"></a>\n' if block.anchor else ""
    words = _quoted("\n\n".join(told) + f"\n\n— {_inline(block.told)}")
    details = _pairs(block.details)
    return f"{anchor}{words}\n\n{details}" if details else f"{anchor}{words}"


def _turn(turn: Turn) -> str:
    who = f"**{_inline(turn.speaker)}:** " if turn.speaker else ""
    return f"{who}{_lines(turn.text)}"


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def _fold(block: Fold, level: int) -> str:
    inner = [_block(one, level) for one in block.blocks]
    return "\n\n".join([f"**{_inline(block.summary)}**", *inner])


def _section(block: Section, level: int) -> str:
    label = f"{_inline(block.label)} · " if block.label else ""
    heading = f'<a id="{block.anchor}"></a>\n\n{"#" * min(level, 6)} {label}{_inline(block.title)}'
    return "\n\n".join([heading, *(_block(one, level + 1) for one in block.blocks)])


_WRITERS: dict[type, Callable[[Any, int], str]] = {
    Paragraph: _paragraph,
    Notice: _notice,
    Bullets: _bullets,
    Facts: _facts,
    Table: _table,
    Figure: _figure,
    Quote: _quote,
    Fold: _fold,
    Section: _section,
}


def _block(block: Block, level: int) -> str:
    return _WRITERS[type(block)](block, level)
