"""Codes a study with the real Taguette and lets it export what it made. Run by a Python that has Taguette:
``python -P taguette_itself.py FOLDER``; nothing of Jejak is used.

Writes ``taguette.sqlite3`` (the database of the installation), ``export.sqlite3``, ``highlights.csv`` and
``codebook.qdc``, as the program itself writes them.
"""
# mypy: ignore-errors

from __future__ import annotations

import random
import sys
from pathlib import Path

import bs4
from taguette import convert, database, export, extract

DOCUMENTS = (
    ("Wawancara 1", "w1.docx", "<h1>Wawancara</h1>\n<p>A: Saya <b>berjualan</b> sejak subuh 🌄,   setiap\n"
     "   hari.</p>\n<p>B: Ya?<br>Dan <i>untungnya</i>?</p>\n\n\n<p>A: Sedikit—tapi cukup &amp; halal."
     "&nbsp;Sungguh.</p>\n<ul>\n <li>beras</li>\n <li>gula 𝒜</li></ul>" * 3),
    ("مقابلة", "m.txt", "<p>أبيع الخضار منذ الفجر</p><p>السوق يفتح مبكرا 😀😀 كل يوم</p>"
     "<pre>\n\n  x = 1\n    y = 2\n\n</pre><p>ok</p>" * 4),
    ("Tabel", "t.html", "<table>\n<thead><tr><th>Barang</th><th>Rp</th></tr></thead><tbody><tr><td>beras</td>"
     "<td>12 000</td></tr>\n<tr><td>é\u0301</td><td> </td></tr></tbody></table> kata <a href='http://x.y'>"
     "link</a><blockquote>q<p>w</p>z</blockquote>" * 3),
)  # fmt: skip
TAGS = ("Kerja.subuh", "Kerja", "Harga naik", "interesting")
HIGHLIGHTS = 60


def coded(folder: Path) -> None:
    """Make a project, tag random passages as the program's own code does, and export it."""
    chance = random.Random(7)
    db = database.connect(f"sqlite:///{folder}/taguette.sqlite3")()
    logins = ("admin", "ayu", "budi")
    for login in logins:
        db.add(database.User(login=login))
    db.commit()
    project = database.Project(name="Pasar pagi 🌄", description="Studi pedagang")
    db.add(project)
    db.flush()
    for login in logins:
        db.add(
            database.ProjectMember(
                project=project, user_login=login, privileges=database.Privileges.ADMIN
            )
        )
    tags = [database.Tag(project=project, path=path, description=path.upper()) for path in TAGS]
    db.add_all(tags)
    for name, filename, html in DOCUMENTS:
        document = database.Document(
            name=name, description="", filename=filename, project=project,
            text_direction=database.TextDirection.LEFT_TO_RIGHT, contents=convert.get_html_body(html),
        )  # fmt: skip
        db.add(document)
        db.flush()
        db.add(database.Command.document_add("ayu", document))
        highlighted(db, document, tags, chance)
    db.commit()
    into = database.connect(f"sqlite:///{folder}/export.sqlite3")()
    into.add(database.User(login="admin"))
    into.commit()
    database.copy_project(db, into, project.id, "admin")
    into.commit()
    with (folder / "highlights.csv").open("w", newline="") as file:
        export.highlights_csv(db, project.id, "", file)
    export.codebook_xml(list(project.tags), str(folder / "codebook.qdc"))


def highlighted(db, document, tags, chance) -> None:
    """Highlight passages of a document, each with some tags."""
    soup = bs4.BeautifulSoup(document.contents, "html5lib")
    text = "".join(str(one) for one in soup.descendants if isinstance(one, bs4.NavigableString))
    made = 0
    while made < HIGHLIGHTS:
        first = chance.randrange(len(text))
        last = min(len(text), first + chance.randrange(1, 60))
        start, end = len(text[:first].encode()), len(text[:last].encode())
        snippet = extract.extract(document.contents, start, end)
        # Of some passages of tables the program refuses its own export.
        if not text[first:last].strip() or not convert.is_html_safe(snippet):
            continue
        highlight = database.Highlight(
            document=document, start_offset=start, end_offset=end, snippet=snippet
        )
        db.add(highlight)
        db.flush()
        mine = sorted(tag.id for tag in chance.sample(tags, chance.randrange(1, 4)))
        for tag in mine:
            db.execute(
                database.highlight_tags.insert(), {"highlight_id": highlight.id, "tag_id": tag}
            )
        login = chance.choice(["ayu", "budi"])
        db.add(database.Command.highlight_add(login, document, highlight, mine))
        made += 1


if __name__ == "__main__":
    coded(Path(sys.argv[1]))
