from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak.errors import InvalidInput, NotFound
from jejak.model import Code
from jejak.services.codebook_files import read_codebook, write_codebook

# What a spreadsheet can hold: no controls, no lone surrogates, one kind of line end.
TEXTS = st.text(st.characters(blacklist_categories=["C", "Zl", "Zp"]) | st.just("\n"), max_size=20)
NAMES = st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=8)


@st.composite
def books(draw: st.DrawFn) -> list[Code]:
    def code(name: str, parent: str | None = None) -> Code:
        texts = {
            key: draw(TEXTS) for key in ("short", "definition", "when_to_use", "when_not_to_use")
        }
        examples = tuple(draw(st.lists(TEXTS.filter(bool), max_size=3)))
        return Code(
            name=name, parent=parent, colour="#44aa99", codable=draw(st.booleans()), examples=examples,
            **texts,
        )  # fmt: skip

    top = code(draw(NAMES))
    below = draw(st.lists(NAMES, max_size=3, unique_by=str.casefold))
    return [top, *(code(name, top.guid) for name in below)]


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".yaml", ".docx", ".qdc"])
@given(book=books())
def test_a_codebook_written_and_read_is_equal(
    tmp_path_factory: pytest.TempPathFactory, ending: str, book: list[Code]
) -> None:
    path = tmp_path_factory.mktemp("book") / f"book{ending}"
    write_codebook(path, "Title", book)
    _, entries = read_codebook(path, "en")
    told = [(one.path.rpartition("/")[2], one.colour, one.codable, one.fields()) for one in entries]
    fields = ("short", "definition", "when_to_use", "when_not_to_use", "examples")
    assert told == [
        (
            code.name.replace("/", "⁄"),
            code.colour,
            code.codable,
            {name: getattr(code, name) for name in fields},
        )
        for code in book
    ]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.csv", "short\nx\n", "nameless-code"),
        ("a.csv", "path,colour\nA,red\n", "bad-colour"),
        ("a.csv", "path,codable\nA,perhaps\n", "bad-value"),
        ("a.yaml", "codes: [", "bad-yaml"),
        ("a.yaml", "codes:\n- name: A\n  colour: blue\n", "bad-colour"),
        ("a.qdc", "<CodeBook", "bad-codebook"),
        ("a.qdc", "<Other><Codes/></Other>", "no-codes"),
        ("a.qdc", "<CodeBook><Codes><Code name=' '/></Codes></CodeBook>", "nameless-code"),
        ("a.qdc", "<!DOCTYPE x [<!ENTITY a 'b'>]><CodeBook><Codes/></CodeBook>", "bad-codebook"),
        ("a.docx", "x", "bad-codebook"),
        ("a.odt", "x", "unknown-ending"),
        ("a", "x", "unknown-ending"),
    ],
)
def test_what_is_no_codebook_is_refused(tmp_path: Path, name: str, content: str, code: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InvalidInput) as caught:
        read_codebook(path, "en")
    assert caught.value.code == code


def test_what_is_not_there_or_not_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        read_codebook(tmp_path / "none.yaml", "en")
    (tmp_path / "latin.yaml").write_bytes(b"title: caf\xe9\n")
    with pytest.raises(InvalidInput):
        read_codebook(tmp_path / "latin.yaml", "en")
    (tmp_path / "folder.yaml").mkdir()
    with pytest.raises(InvalidInput):
        read_codebook(tmp_path / "folder.yaml", "en")


def test_columns_may_be_called_as_people_call_them(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Name;Color;Codable;Example\n A / B ;#AABBCC;tidak;=1+1\n;;;\n", "utf-8")
    _, (entry,) = read_codebook(path, "id")
    assert (entry.path, entry.colour, entry.codable, entry.examples) == (
        "A/B",
        "#AABBCC",
        False,
        ("=1+1",),
    )
