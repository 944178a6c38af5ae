"""Taguette with the same texts and highlights: installed into ``build/rivals``, filled, served.

It comes from the Python index into an environment of its own; Jejak never imports it.
"""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.texts import CODES, long_text, places

__all__ = ["VERSION", "taguette"]

VERSION = "1.5.2"
FOLDER = Path(__file__).resolve().parent.parent / "build" / "rivals" / "taguette"
# Run by Taguette's own Python: a project with documents, tags and highlights, by its own models.
# Its positions are bytes of UTF-8 in the HTML's text.
FILL = """
import json, sys
from taguette import database, main as program
from taguette.database import Document, Highlight, Project, ProjectMember, Privileges, Tag, User
from taguette.database import TextDirection, connect
wanted = json.load(open(sys.argv[1]))
session = connect("sqlite:///" + sys.argv[2])()
if session.get(User, "admin") is None:
    session.add(User(login="admin"))
project = Project(name="Long texts", description="")
session.add(project)
session.add(ProjectMember(project=project, user_login="admin", privileges=Privileges.ADMIN))
tags = [Tag(project=project, path=f"Code {number}", description="") for number in range(wanted["codes"])]
session.add_all(tags)
for one in wanted["documents"]:
    document = Document(name=one["name"], description="", filename="x.html", project=project,
                        text_direction=TextDirection.LEFT_TO_RIGHT, contents=one["html"])
    session.add(document)
    for start, end, tag in one["highlights"]:
        highlight = Highlight(document=document, start_offset=start, end_offset=end, snippet="…")
        highlight.tags.append(tags[tag])
        session.add(highlight)
session.commit()
print(project.id)
"""


def _python() -> Path:
    python = FOLDER / "environment" / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(FOLDER / "environment")], check=True)
        quiet = [str(python), "-m", "pip", "install", "--quiet", f"taguette=={VERSION}"]
        subprocess.run(quiet, check=True)
    return python


def _document(length: int, codings: int) -> dict[str, object]:
    turns = long_text(length)
    text = "\n".join(turns)
    # Byte positions by code point; a line break stands between two paragraphs there as well.
    at = [0]
    for letter in text:
        at.append(at[-1] + len(letter.encode()))
    html = "\n".join(f"<p>{turn}</p>" for turn in turns)
    highlights = [(at[start], at[end], code) for start, end, code in places(length, codings)]
    return {"name": str(length), "html": html, "highlights": highlights}


def _filled(python: Path, size: tuple[int, int]) -> Path:
    database = FOLDER / f"{size[0]}-{size[1]}.sqlite3"
    if not database.exists():
        part = database.with_suffix(".part")
        part.unlink(missing_ok=True)
        wanted = part.with_suffix(".json")
        wanted.write_text(json.dumps({"codes": CODES, "documents": [_document(*size)]}), "utf-8")
        command = [str(python), "-c", FILL, str(wanted), str(part)]
        subprocess.run(command, check=True, capture_output=True)
        wanted.unlink()
        part.rename(database)
    return database


@contextmanager
def taguette(size: tuple[int, int]) -> Iterator[str]:
    """The address that signs in to it; its project 1 has one document of that size."""
    python = _python()
    database = _filled(python, size)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    program = str(python.parent / "taguette")
    command = [program, "--no-browser", "--bind", "127.0.0.1", "--port", port]
    command += ["--database", str(database)]
    surroundings = {**os.environ, "HOME": str(FOLDER), "PYTHONUNBUFFERED": "1"}
    said = FOLDER / "said.txt"
    with (
        said.open("w") as out,
        subprocess.Popen(command, env=surroundings, stdout=out, stderr=out) as server,
    ):
        try:
            token = _told(said)
            yield f"http://127.0.0.1:{port}/?token={token}"
        finally:
            server.terminate()


def _told(said: Path) -> str:
    """The token that it prints once it runs."""
    for _ in range(200):
        found = re.search(r"token=(\w+)\s", said.read_text())
        if found:
            return found[1]
        time.sleep(0.1)
    return sys.exit(f"bench workspace: Taguette did not start; see {said}")
