"""Draws the gallery of displays from the demo study while the documentation is built.

MkDocs calls this as a hook: the pictures are part of the built pages and never of the tree.
"""

from __future__ import annotations

import functools
import tempfile
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

from jejak.displays import DISPLAYS, DisplayKind
from jejak.displays.command import command
from jejak.displays.display import PURPOSES
from jejak.displays.files import shape_bytes
from jejak.displays.writing import cell_text, label
from jejak.errors import InvalidInput
from jejak.model.shape import Heading, Matrix
from jejak.study import open_study
from jejak.study.reference import build_reference

PAGE, FOLDER = "gallery/index.md", "gallery"
LANGUAGE = "en"
# So much of a table of words is shown: the first rows and columns.
_ROWS, _COLUMNS = 3, 3
_ASKS = {
    "explore": "What is there, and where?",
    "describe": "What goes with what?",
    "order": "What comes before what?",
    "explain": "What leads to what?",
    "predict": "What can be expected?",
}


@functools.cache
def pictures() -> dict[str, bytes | str]:
    """What each kind shows of the demo study, by name: a picture (SVG), or the beginning of a table
    (HTML) where words stand in its cells."""
    found: dict[str, bytes | str] = {}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "demo.jejak"
        for _ in build_reference(path):
            pass
        with open_study(path) as study:
            for name in DISPLAYS.names():
                kind = DISPLAYS.get(name)
                try:
                    matrix = study.displays.compute(name, kind.example)
                    if kind.shown == "words":
                        found[name] = _table(matrix)
                    else:
                        found[name] = shape_bytes(matrix, ".svg", LANGUAGE)
                except InvalidInput as error:
                    if error.code != "nothing-to-draw":
                        raise
    return found


def _table(matrix: Matrix) -> str:
    """The first rows and columns of a table with the words in its cells."""
    columns = [heading_text(one) for one in matrix.columns[:_COLUMNS]]
    lines = ["<table>", "<tr><th></th>", *(f"<th>{escape(name)}</th>" for name in columns), "</tr>"]
    for row, heading in enumerate(matrix.rows[:_ROWS]):
        lines.append(f"<tr><th>{escape(heading_text(heading))}</th>")
        for column in range(len(columns)):
            told = cell_text(matrix, matrix.at(row, column), LANGUAGE)
            said = [label(one, LANGUAGE) for one in matrix.said.get((row, column), ())]
            lines.append(f"<td>{'<br>'.join(escape(text) for text in (told, *said))}</td>")
        lines.append("</tr>")
    return "\n".join([*lines, "</table>"])


def heading_text(heading: Heading) -> str:
    """A heading with what it is nested in."""
    return " · ".join(label(one, LANGUAGE) for one in (*heading.above, heading.label))


def sections() -> Iterator[str]:
    """The gallery as Markdown, piece by piece."""
    kinds = [DISPLAYS.get(name) for name in DISPLAYS.names()]
    for purpose in PURPOSES:
        own = sorted((k for k in kinds if k.purpose == purpose), key=lambda k: str(k.title))
        if own:
            yield f"\n## {purpose.capitalize()}: {_ASKS[purpose].lower()}\n"
        for kind in own:
            yield from _section(kind)


def _section(kind: DisplayKind) -> Iterator[str]:
    yield f"\n### {kind.title}\n"
    yield f"{kind.about}\n"
    shown = pictures().get(kind.name)
    if isinstance(shown, str):
        yield f"{shown}\n"
    elif shown is not None:
        yield f"![{kind.title}, of the demo study]({kind.name}.svg){{ loading=lazy }}\n"
    yield f"```sh\n{command(kind.name, kind.example, 'demo.jejak', f'{kind.name}.svg')}\n```\n"
    yield f"After {label(kind.source, LANGUAGE)}.\n"
    if kind.also:
        yield f"Also called: {', '.join(label(one, LANGUAGE) for one in kind.also)}.\n"


def on_files(files: Any, config: Any) -> Any:
    """Add the pictures to what MkDocs copies."""
    from mkdocs.structure.files import File

    drawn = {name: one for name, one in pictures().items() if isinstance(one, bytes)}
    for name, content in drawn.items():
        files.append(File.generated(config, f"{FOLDER}/{name}.svg", content=content))
    return files


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:
    """Put the gallery under the words of its page."""
    return "\n".join((markdown, *sections())) if page.file.src_uri == PAGE else markdown
