"""The report in Markdown: readable as it is, and by any program that renders it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from .document import (
    Abstract,
    Bibliography,
    Block,
    Bullets,
    Document,
    Facts,
    Figure,
    Fold,
    Front,
    Inline,
    Mark,
    Note,
    Notice,
    PageBreak,
    Paragraph,
    Quote,
    Run,
    Section,
    Table,
    Text,
    Turn,
    words,
)
from .outline import Captioned, Outline, outline

__all__ = ["as_markdown"]

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_OPENING = re.compile(r"^(\s*)([-+=]|\d+[.)])", re.MULTILINE)
_SIGNS = {"good": "●", "fair": "◐", "poor": "◆", "none": "○"}


def as_markdown(document: Document) -> bytes:
    """The report in UTF-8 (CommonMark with tables and footnotes; pictures are told by their words)."""
    writer = _Writer(document)
    lines = [f"# {_inline(document.title)}"]
    lines += [f"*{_inline(document.subtitle)}*"] if document.subtitle else []
    lines += _front(document.front) if document.front else []
    lines += writer.blocks(document.opening, 2)
    lines += writer.lists()
    lines += writer.blocks(document.sections, 2)
    lines += ["---", f"*{_inline(document.closing)}*"] if document.closing else []
    lines += writer.notes()
    return ("\n\n".join(lines) + "\n").encode("utf-8", "replace")


def _front(front: Front) -> list[str]:
    lines = [front.note, "\n".join(front.authors), "\n".join(front.institution), front.date]
    return [_lines(line) for line in lines if line.strip()]


def _escaped(text: str) -> str:
    return _OPENING.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", text))


def _inline(text: str) -> str:
    """Words on one line."""
    return _escaped(" ".join(text.split()))


def _gap(tail: str) -> str:
    """What parts bold words from those after them: a sign that ends a sentence stands right there."""
    return "" if tail[:1] in {".", ",", ";", ":", "!", "?", "…"} else " "


def _lines(text: str) -> str:
    """Words whose line ends stay."""
    lines = [_inline(line) for line in text.split("\n") if line.strip()]
    return "  \n".join(lines)


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _turn(turn: Turn) -> str:
    who = f"**{_inline(turn.speaker)}:** " if turn.speaker else ""
    return f"{who}{_lines(turn.text)}"


class _Writer:
    """Writes blocks, each as the text between two empty lines."""

    def __init__(self, document: Document) -> None:
        self._outline: Outline = outline(document)
        self._document = document
        self._writers: dict[type, Callable[[Any, int], str]] = {
            Paragraph: self._paragraph,
            Notice: self._notice,
            Bullets: self._bullets,
            Facts: self._facts,
            Table: self._table,
            Figure: self._figure,
            Quote: self._quote,
            Bibliography: self._works,
            Abstract: self._abstract,
            PageBreak: lambda _, __: "",
            Fold: self._fold,
            Section: self._section,
        }

    def blocks(self, blocks: Iterable[Block], level: int) -> list[str]:
        """Blocks one after the other, without those that say nothing."""
        told = (self._writers[type(block)](block, level) for block in blocks)
        return [text for text in told if text]

    def lists(self) -> list[str]:
        """The lists of tables and figures, where the document has them."""
        lists = (
            (self._document.tables, self._document.table, self._outline.tables),
            (self._document.figures, self._document.figure, self._outline.figures),
        )
        return [line for title, word, entries in lists for line in _captions(title, word, entries)]

    def notes(self) -> list[str]:
        """The words of the notes, after all else."""
        return [
            f"[^{number}]: {self._flat(note.told)}"
            for number, note in enumerate(self._outline.notes, 1)
        ]

    # --- words ---

    def _text(self, parts: Text) -> str:
        return "".join(self._part(part) for part in parts)

    def _flat(self, parts: Text) -> str:
        return " ".join(self._text(parts).split())

    def _part(self, part: Inline) -> str:
        if isinstance(part, Note):
            return f"[^{self._outline.note(part)}]"
        if isinstance(part, Mark):
            return f"{_SIGNS[part.tone]} {_escaped(part.text)}"
        words = _escaped(part.text)
        core = words.strip()
        if not core:
            return words
        left, right = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
        if part.link:
            core = f"[{core}](#{part.link})"
        elif isinstance(part, Run) and part.strong:
            core = f"**{core}**"
        elif isinstance(part, Run) and part.emphasis:
            core = f"*{core}*"
        return f"{left}{core}{right}"

    def _caption(self, block: Table | Figure, word: str) -> str:
        named = self._outline.caption(block)
        if named is None:
            return ""
        place = f'<a id="{named.anchor}"></a>' if self._listed(named) else ""
        return f"{place}**{_inline(word)} {named.number}.** {_inline(block.caption)}"

    def _listed(self, named: Captioned) -> bool:
        return named in self._outline.tables or named in self._outline.figures

    # --- blocks ---

    def _paragraph(self, block: Paragraph, _: int) -> str:
        return self._text(block.text).replace("\n", "  \n")

    def _notice(self, block: Notice, _: int) -> str:
        return _quoted(f"**{_inline(block.title)}**\n\n{self._text(block.text)}")

    def _bullets(self, block: Bullets, _: int) -> str:
        signs = (f"{n}." if block.numbered else "-" for n in range(1, len(block.entries) + 1))
        told = (self._text(entry).replace("\n", " ") for entry in block.entries)
        return "\n".join(f"{sign} {entry}" for sign, entry in zip(signs, told, strict=True))

    def _facts(self, block: Facts, _: int) -> str:
        return self._pairs(block.pairs)

    def _pairs(self, pairs: Iterable[tuple[str, Text]]) -> str:
        return "\n".join(f"- **{_inline(name)}:** {self._flat(told)}" for name, told in pairs)

    def _table(self, block: Table, _: int) -> str:
        heads = [_inline(column.label) or " " for column in block.columns]
        rules = ["---:" if column.number else "---" for column in block.columns]
        lines = [_row(heads), _row(rules)]
        for number, row in enumerate(block.rows):
            depth = block.depths[number] if block.depths else 0
            cells = [self._text(cell).replace("\n", "<br>") for cell in row]
            cells[0] = "\u2003" * depth + cells[0]
            lines.append(_row(cells))
        caption = self._caption(block, self._document.table)
        return "\n".join([*([caption, ""] if caption else []), *lines])

    def _figure(self, block: Figure, _: int) -> str:
        caption = self._caption(block, self._document.figure)
        return "\n\n".join([f"*{_inline(block.alt)}*", *([caption] if caption else [])])

    def _quote(self, block: Quote, _: int) -> str:
        block = block.on_paper()
        told = [
            *(_turn(turn) for turn in block.previous),
            _turn(Turn(block.speaker, ""))
            + f"{_lines(block.lead)} **{_lines(block.text).replace('  ' + chr(10), ' ')}**"
            f"{_gap(block.tail)}{_lines(block.tail)}".strip(),
            *(_turn(turn) for turn in block.following),
        ]
        told += [self._text((Run(block.translation, emphasis=True),))] if block.translation else []
        anchor = f'<a id="{block.anchor}"></a>\n' if block.anchor else ""
        words = _quoted("\n\n".join(told) + f"\n\n— {_inline(block.told)}")
        details = self._pairs(block.details)
        return f"{anchor}{words}\n\n{details}" if details else f"{anchor}{words}"

    def _works(self, block: Bibliography, _: int) -> str:
        lines = []
        for work in block.works:
            place = f'<a id="{work.anchor}"></a>' if work.anchor else ""
            label = f"{_inline(work.label)} " if work.label else ""
            lines.append(f"- {place}{label}{self._flat(work.text)}")
        return "\n".join(lines)

    def _abstract(self, block: Abstract, level: int) -> str:
        keywords = words(f" {', '.join(block.keywords)}")
        last = f"**{_inline(block.keyword)}:**{self._text(keywords)}" if block.keywords else ""
        heading = f"{'#' * min(level, 6)} {_inline(block.title)}"
        return "\n\n".join(
            [heading, *self.blocks(block.blocks, level + 1), *([last] if last else [])]
        )

    def _fold(self, block: Fold, level: int) -> str:
        return "\n\n".join([f"**{_inline(block.summary)}**", *self.blocks(block.blocks, level)])

    def _section(self, block: Section, level: int) -> str:
        number = self._outline.number(block)
        before = f"{number} " if number else ""
        label = f"{_inline(block.label)} · " if block.label else ""
        place = f'<a id="{block.anchor}"></a>\n\n' if block.anchor else ""
        heading = f"{place}{'#' * min(level, 6)} {before}{label}{_inline(block.title)}"
        return "\n\n".join([heading, *self.blocks(block.blocks, level + 1)])


def _captions(title: str, word: str, entries: Sequence[Captioned]) -> list[str]:
    if not entries:
        return []
    lines = [
        f"- [{_inline(word)} {one.number}. {_inline(one.block.caption)}](#{one.anchor})"
        for one in entries
    ]
    return [f"**{_inline(title)}**", "\n".join(lines)]
