"""Small projects of Taguette, made by its published schema: as it is now, and as it was at first."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

__all__ = ["Tagged", "bytes_of", "taguette_file"]

NEW = """
CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL);
CREATE TABLE users (login VARCHAR(30) NOT NULL PRIMARY KEY, created DATETIME NOT NULL,
  hashed_password VARCHAR(192), disabled BOOLEAN NOT NULL DEFAULT 0, password_set_date DATETIME,
  language VARCHAR(10), email VARCHAR(256), email_sent DATETIME);
CREATE TABLE projects (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, name VARCHAR(200) NOT NULL,
  description TEXT NOT NULL, created DATETIME NOT NULL);
CREATE TABLE project_members (project_id INTEGER NOT NULL, user_login VARCHAR(30) NOT NULL,
  privileges VARCHAR(11) NOT NULL, PRIMARY KEY (project_id, user_login));
CREATE TABLE documents (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, name VARCHAR(200) NOT NULL,
  description TEXT NOT NULL, filename VARCHAR(200) NOT NULL, created DATETIME NOT NULL,
  project_id INTEGER NOT NULL, text_direction VARCHAR(13) NOT NULL, contents TEXT NOT NULL);
CREATE TABLE commands (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, date DATETIME NOT NULL,
  user_login VARCHAR(30) NOT NULL, project_id INTEGER NOT NULL, document_id INTEGER, payload TEXT NOT NULL);
CREATE TABLE highlights (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, document_id INTEGER NOT NULL,
  start_offset INTEGER NOT NULL, end_offset INTEGER NOT NULL, snippet TEXT NOT NULL);
CREATE TABLE tags (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, project_id INTEGER NOT NULL,
  path VARCHAR(200) NOT NULL, description TEXT NOT NULL);
CREATE TABLE highlight_tags (highlight_id INTEGER NOT NULL, tag_id INTEGER NOT NULL,
  PRIMARY KEY (highlight_id, tag_id));
"""
GROUPS = """
CREATE TABLE groups (id INTEGER NOT NULL PRIMARY KEY, project_id INTEGER NOT NULL,
  path VARCHAR(200) NOT NULL, description TEXT NOT NULL);
CREATE TABLE document_groups (document_id INTEGER NOT NULL, group_id INTEGER NOT NULL);
"""
# Before documents had a direction and commands their longer names.
OLD = NEW.replace(" text_direction VARCHAR(13) NOT NULL,", "") + GROUPS
NOON = "2021-06-05 12:00:00.000000"


def bytes_of(text: str, quote: str) -> tuple[int, int]:
    """Where a quote stands in a text without tags, in bytes of UTF-8."""
    at = text.index(quote)
    start = len(text[:at].encode())
    return start, start + len(quote.encode())


class Tagged:
    """A project of Taguette that is being made."""

    def __init__(self, path: Path, *, old: bool = False) -> None:
        self.path = path
        self.old = old
        self.conn = sqlite3.connect(path)
        self.conn.executescript(OLD if old else NEW)
        self.put("alembic_version", version_num="ecb4065de575" if old else "db5e31a0233d")
        self._clock = 0

    def put(self, table: str, **values: Any) -> int:
        marks = ", ".join("?" * len(values))
        told = f"({', '.join(values)}) VALUES ({marks})"
        done = self.conn.execute("INSERT INTO " + table + told, tuple(values.values()))
        return done.lastrowid or 0

    def project(self, name: str, *logins: str, description: str = "", created: str = NOON) -> int:
        number = self.put("projects", name=name, description=description, created=created)
        for login in logins:
            self.conn.execute(
                "INSERT OR IGNORE INTO users (login, created) VALUES (?, ?)", (login, NOON)
            )
            self.put("project_members", project_id=number, user_login=login, privileges="ADMIN")
        return number

    def document(self, project: int, name: str, html: str, **values: Any) -> int:
        self._clock += 1
        given = {
            "description": "", "filename": f"{name}.docx", "text_direction": "LEFT_TO_RIGHT",
            "created": f"2021-06-05 12:00:{self._clock:02}.000000", **values,
        }  # fmt: skip
        if self.old:
            del given["text_direction"]
        return self.put("documents", project_id=project, name=name, contents=html, **given)

    def tag(self, project: int, path: str, description: str = "") -> int:
        return self.put("tags", project_id=project, path=path, description=description)

    def highlight(
        self,
        document: int,
        span: tuple[int, int],
        tags: Sequence[int],
        snippet: str = "",
        login: str = "",
    ) -> int:
        number = self.put(
            "highlights",
            document_id=document,
            start_offset=span[0],
            end_offset=span[1],
            snippet=snippet,
        )
        for tag in tags:
            self.put("highlight_tags", highlight_id=number, tag_id=tag)
        if login:
            name = "id" if self.old else "highlight_id"
            self.command(
                login, 1, document, type="highlight_add", tags=list(tags),
                start_offset=span[0], end_offset=span[1], **{name: number},
            )  # fmt: skip
        return number

    def command(
        self, login: str, project: int, document: int | None = None, **payload: Any
    ) -> None:
        self._clock += 1
        self.put(
            "commands", date=f"2021-06-05 13:00:{self._clock:02}.000000", user_login=login,
            project_id=project, document_id=document, payload=json.dumps(payload),
        )  # fmt: skip

    def done(self) -> Path:
        self.conn.commit()
        self.conn.close()
        return self.path


def taguette_file(path: Path, *, old: bool = False) -> Path:
    """A project of two interviews with highlights by two people."""
    made = Tagged(path, old=old)
    number = made.project("Pasar pagi", "ayu", "budi", description="Pedagang di pasar.")
    html = "<h1>Wawancara</h1>\n<p>A: Saya <b>berjualan</b> sejak subuh 🌄,\n   setiap hari.</p><p>B: Ya?</p>"
    counted = "Wawancara\nA: Saya berjualan sejak subuh 🌄,\n   setiap hari.B: Ya?"
    first = made.document(number, "Ibu Sari", html, description="Di rumahnya.")
    second = made.document(number, "Pak Budi", "<p>Harga naik lagi é.</p>")
    work = made.tag(number, "Kerja.subuh", "Bangun pagi")
    price = made.tag(number, "Harga/naik")
    made.highlight(first, bytes_of(counted, "sejak subuh 🌄,\n   setiap"), [work], login="ayu")
    made.highlight(first, bytes_of(counted, "hari.B: Ya?"), [work, price], login="budi")
    made.highlight(second, bytes_of("Harga naik lagi é.", "naik lagi é"), [price], login="ayu")
    if old:
        made.put("groups", id=1, project_id=number, path="Perempuan", description="")
        made.put("document_groups", document_id=first, group_id=1)
    return made.done()
