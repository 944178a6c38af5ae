"""``jejak doctor``."""

from __future__ import annotations

import platform
import re
import sys
from importlib.metadata import PackageNotFoundError, requires, version

import click

from .. import __version__
from ..model import Message, say
from .language import tell
from .show import as_json, json_option, table

__all__ = ["doctor"]

_NAME = re.compile(r"^[A-Za-z0-9._-]+")
_EXTRA = re.compile(r"""extra\s*==\s*["']([^"']+)["']""")
_PURPOSES = {
    "files": say("reading Word, OpenDocument, PDF, web pages, spreadsheets, subtitles"),
    "frames": say("frames in Python, and Parquet"),
    "charts": say("charts as pictures"),
    "report": say("reports, and writing spreadsheets"),
    "web": say("the workspace in the browser"),
    "words": say("searching by stems"),
    "agreement": say("aligning coders’ stretches, for gamma"),
    "pandas": say("frames for pandas"),
    "fast": say("faster computing"),
    "postgres": say("studies in PostgreSQL"),
}


@click.command()
@json_option
def doctor(as_json_: bool) -> None:
    """What is installed, and what is missing with the way to install it.

    Example: jejak doctor
    """
    rows = [*_ground(), *_extras()]
    if as_json_:
        as_json(rows)
        return
    table([{**row, "": "✓" if row["ok"] else "✗"} for row in rows], ("", "part", "note", "version"))


def _row(part: str, found: str | None, said: Message | str, *, ok: bool) -> dict[str, object]:
    return {"part": part, "version": found, "ok": ok, "note": tell(said)}


def _ground() -> list[dict[str, object]]:
    from ..store.abilities import sqlite_abilities

    sqlite, searchable = sqlite_abilities()
    words = (
        say("with full-text search")
        if searchable
        else say("without full-text search (FTS5): install a Python whose SQLite has it")
    )
    return [
        _row("jejak", __version__, sys.prefix, ok=True),
        _row("python", platform.python_version(), platform.platform(), ok=True),
        _row("sqlite", sqlite, words, ok=searchable),
    ]


def _extras() -> list[dict[str, object]]:
    rows = []
    for extra, packages in _packages().items():
        versions = {package: _version(package) for package in packages}
        missing = [package for package, found in versions.items() if found is None]
        purpose = _PURPOSES.get(extra, extra)
        said = (
            say("{purpose}; missing: pip install 'jejak[{extra}]'", purpose=purpose, extra=extra)
            if missing
            else purpose
        )
        shown = ", ".join(f"{name} {found}" for name, found in versions.items() if found)
        rows.append(_row(extra, shown, said, ok=not missing))
    return rows


def _packages() -> dict[str, list[str]]:
    """The packages of each extra, as the installed package declares them."""
    found: dict[str, list[str]] = {}
    for line in requires("jejak") or []:
        name, extra = _NAME.match(line), _EXTRA.search(line)
        if name and extra and name[0] != "jejak":
            found.setdefault(extra[1], []).append(name[0])
    found.pop("all", None)
    return found


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None
