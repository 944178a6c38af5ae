"""``jejak formats``."""

from __future__ import annotations

from importlib.util import find_spec

import click

from ..model import Message, say
from .language import tell
from .show import as_json, json_option, table

__all__ = ["formats"]

# What is needed to read or write an ending beyond the core: the library, and the extra it is in.
_NEEDS = {
    "docx": ("lxml", "files"), "odt": ("lxml", "files"), "html": ("selectolax", "files"),
    "rtf": ("striprtf", "files"), "pdf": ("pypdfium2", "files"), "xlsx": ("openpyxl", "files"),
    "vtt": ("webvtt", "files"), "markdown": ("markdown_it", "files"), "eaf": ("lxml", "files"),
    "otranscribe": ("selectolax", "files"), "taguette": ("selectolax", "files"),
    "cas-json": ("cassis", "annotation"), "cas-xmi": ("cassis", "annotation"), "spacy": ("spacy", "spacy"),
}  # fmt: skip


@click.command()
@json_option
def formats(as_json_: bool) -> None:
    """What can be read and written.

    Example: jejak formats
    """
    rows = [*_material(), *_projects(), *_others()]
    if as_json_:
        as_json(rows)
        return
    shown = [
        {
            tell(say("what")): row["what"],
            tell(say("files")): row["endings"],
            tell(say("read")): "✓" if row["in"] else "",
            tell(say("written")): "✓" if row["out"] else "",
            tell(say("missing")): row["missing"] or "",
        }
        for row in rows
    ]
    table(shown, tuple(shown[0]))
    _answers()


def _answers() -> None:
    """What formats of whole projects leave open, and what can be answered."""
    from ..formats import PROJECTS

    asked = [(one.title, question) for one in PROJECTS.all().values() for question in one.questions]
    what, answer, asks = tell(say("what")), "--answer", tell(say("what it leaves open"))
    rows = [
        {
            what: tell(title),
            answer: f"{question.name}={'|'.join(question.answers) or '…'}",
            asks: tell(question.asks),
        }
        for title, question in asked
    ]
    click.echo()
    table(rows, (what, answer, asks))


def _row(
    what: Message | str,
    endings: tuple[str, ...],
    *,
    reads: bool = False,
    writes: bool = False,
    missing: str | None = None,
) -> dict[str, object]:
    return {
        "what": tell(what),
        "endings": list(endings),
        "in": reads,
        "out": writes,
        "missing": missing,
    }


def _material() -> list[dict[str, object]]:
    from ..formats import FORMATS

    rows = []
    for name, format in FORMATS.all().items():
        library, extra = _NEEDS.get(name, ("sys", ""))
        missing = None if find_spec(library) else f"jejak[{extra}]"
        what = say("material: {name}", name=name)
        writes = format.write is not None
        rows.append(_row(what, format.endings, reads=True, writes=writes, missing=missing))
    return rows


def _projects() -> list[dict[str, object]]:
    from ..formats import PROJECTS

    rows = []
    for name, one in PROJECTS.all().items():
        library, extra = _NEEDS.get(name, ("sys", ""))
        missing = None if find_spec(library) else f"jejak[{extra}]"
        reads, writes = one.read is not None, one.write is not None
        row = _row(one.title, one.endings, reads=reads, writes=writes, missing=missing)
        answers = {question.name: list(question.answers) for question in one.questions}
        rows.append(row | {"name": name, "answers": answers})
    return rows


def _others() -> list[dict[str, object]]:
    from ..displays.files import ENDINGS
    from ..formats.table_in import ROW_ENDINGS
    from ..formats.table_out import TABLE_ENDINGS
    from ..services.codebook_files import CODEBOOK_ENDINGS

    return [
        _row(say("codebook"), CODEBOOK_ENDINGS, reads=True, writes=True),
        _row(say("codings"), ROW_ENDINGS, reads=True),
        _row(say("lists and quotations"), TABLE_ENDINGS, writes=True),
        _row(say("displays"), tuple(ENDINGS), writes=True),
        _row(say("report"), (".html", ".docx", ".md"), writes=True),
    ]
