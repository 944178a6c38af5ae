"""Markdown of people as blocks of a document: nothing in it is fetched, no HTML is made of it.

A mention of a thing of the study, ``[words](jejak:KIND/GUID)``, is a run whose link is that address.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib import import_module
from typing import Any

from ..documents.document import Block, Bullets, Column, Paragraph, Run, Section, Table, Text
from ..errors import MissingExtra

__all__ = ["MENTION", "prose"]

MENTION = "jejak:"

_BOXES = {"[ ] ": "☐ ", "[x] ": "☑ ", "[X] ": "☑ "}


def prose(text: str) -> tuple[Block, ...]:
    """The blocks of a Markdown text. Raises :class:`MissingExtra` where the library for it is not
    installed."""
    try:
        library = import_module("markdown_it")
    except ImportError:
        raise MissingExtra("report", "Writing memos for Word") from None
    tree = import_module("markdown_it.tree")
    parser = library.MarkdownIt("commonmark", {"html": False}).enable("table")
    return tuple(_sections(tree.SyntaxTreeNode(parser.parse(text)).children))


def _sections(nodes: Sequence[Any]) -> Iterator[Block]:
    """Blocks before the first heading, then a section for each: headings do not nest."""
    heading: Any = None
    held: list[Block] = []
    for node in nodes:
        if node.type != "heading":
            held += _blocks(node, quiet=False)
            continue
        yield from _closed(heading, held)
        heading, held = node, []
    yield from _closed(heading, held)


def _closed(heading: Any, held: list[Block]) -> Iterator[Block]:
    if heading is None:
        yield from held
    else:
        title = "".join(run.text for run in _inline(heading, Run("")))
        yield Section("", title, tuple(held), listed=False)


def _blocks(node: Any, *, quiet: bool) -> list[Block]:
    if node.type == "paragraph":
        return [Paragraph(_inline(node, Run("", quiet=quiet)))]
    if node.type in {"bullet_list", "ordered_list"}:
        return [Bullets(tuple(_entries(node, 0)), numbered=node.type == "ordered_list")]
    if node.type == "blockquote":
        return [block for inner in node.children for block in _blocks(inner, quiet=True)]
    if node.type in {"fence", "code_block"}:
        return [Paragraph((Run(node.content.rstrip("\n")),))]
    if node.type == "table":
        return [_table(node)]
    if node.type == "heading":
        return [Paragraph(_inline(node, Run("", strong=True)))]
    return []


def _entries(listed: Any, depth: int) -> Iterator[Text]:
    for entry in listed.children:
        said: list[Run] = []
        inner: list[Any] = []
        for part in entry.children:
            if part.type in {"bullet_list", "ordered_list"}:
                inner.append(part)
            else:
                said += [*([Run("\n")] if said else []), *_runs(part)]
        yield (Run("    " * depth), *_boxed(said)) if depth else _boxed(said)
        for one in inner:
            yield from _entries(one, depth + 1)


def _runs(node: Any) -> list[Run]:
    if node.type in {"fence", "code_block"}:
        return [Run(node.content.rstrip("\n"))]
    if node.type == "paragraph":
        return list(_inline(node, Run("")))
    return [run for child in node.children for run in _runs(child)]


def _boxed(said: Sequence[Run]) -> tuple[Run, ...]:
    """A task with a box before it."""
    if said and said[0].text[:4] in _BOXES:
        first = said[0].text
        return Run(_BOXES[first[:4]] + first[4:]), *said[1:]
    return tuple(said)


def _table(node: Any) -> Table:
    rows = [row for part in node.children for row in part.children]
    cells = [tuple(_inline(cell, Run("")) for cell in row.children) for row in rows]
    columns = tuple(Column("".join(run.text for run in cell)) for cell in cells[0])
    return Table(columns, tuple(cells[1:]))


def _inline(node: Any, look: Run) -> tuple[Run, ...]:
    return tuple(run for child in node.children for run in _words(child, look))


def _words(node: Any, look: Run) -> Iterator[Run]:
    if node.type in {"text", "code_inline", "html_inline"}:
        yield _like(look, node.content)
    elif node.type in {"softbreak", "hardbreak"}:
        yield _like(look, "\n" if node.type == "hardbreak" else " ")
    elif node.type == "image":
        yield _like(look, node.content or node.attrs.get("src", ""))
    else:
        inner = Run(
            "", strong=look.strong or node.type == "strong",
            emphasis=look.emphasis or node.type == "em", quiet=look.quiet,
        )  # fmt: skip
        runs = _inline(node, inner)
        address = str(node.attrs.get("href", "")) if node.type == "link" else ""
        if address.startswith(MENTION):
            yield replace(inner, text="".join(run.text for run in runs), link=address)
            return
        yield from runs
        shown = "".join(run.text for run in runs)
        if address.startswith(("http:", "https:", "mailto:")) and address != shown:
            yield _like(look, f" ({address})")


def _like(look: Run, text: str) -> Run:
    return Run(text, look.strong, look.emphasis, look.quiet)
