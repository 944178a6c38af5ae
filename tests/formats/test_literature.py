"""Small files of literature, written by hand in the manner of reference managers."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak.errors import InvalidInput, NotFound, UnreadableSource
from jejak.formats import REFERENCES
from jejak.formats.literature import read_literature, reference_endings, write_literature

RIS = """TY  - JOUR
AU  - Müller, Hans
A1  - Sari, Dewi
TI  - Leben im Netz
T2  - Zeitschrift Beispiel
PY  - 2020/03/05/
SP  - 1
EP  - 9
DO  - https://doi.org/10.1234/ABC.7
KW  - Netz
KW  - Alltag
AB  - Erste Zeile
 und weiter
ER  -

TY  - JOUR
AU  - Kein Ende

TY  - GEN
PY  - 2001
ER  -

TY  - BOOK
TI  - 汉字 dan عربي
SN  - 978-0
ER  -
"""
BIB = r"""@string{jx = "Jurnal Rekaan"}
@comment{of Jejak's tests}
@article{a1,
  title = {The {Great} \'Etude \& more}, journal = jx, year = 2020, month = mar, pages = {1--9},
  author = {M{\"u}ller, Hans and {Badan Pusat Statistik} and van der Berg, Jr, Jan},
  doi = {https://doi.org/10.1234/x_y},
}
@article{a1, title={the same key}}
@book{broken, title = {x
@misc{nothing, year = 2001}
@misc{ok, title = {fine}}
"""


def test_ris_is_read_entry_by_entry_and_what_is_broken_is_told_with_its_line() -> None:
    reading = read_literature(RIS.encode(), "library.ris")
    assert [work.get("title") for work in reading.works] == ["Leben im Netz", "汉字 dan عربي"]
    first = reading.works[0]
    assert first["author"] == [
        {"family": "Sari", "given": "Dewi"}, {"family": "Müller", "given": "Hans"},
    ]  # fmt: skip
    assert first["issued"] == {"date-parts": [[2020, 3, 5]]}
    assert (first["page"], first["DOI"]) == ("1–9", "10.1234/abc.7")
    assert (first["keyword"], first["abstract"]) == ("Netz, Alltag", "Erste Zeile und weiter")
    assert reading.works[1]["ISBN"] == "978-0"
    assert [problem.where for problem in reading.problems] == ["16", "19"]


def test_bibtex_is_read_with_its_signs_and_what_is_broken_is_told_with_its_line() -> None:
    reading = read_literature(BIB.encode(), "library.txt")
    assert [work["id"] for work in reading.works] == ["a1", "a1", "ok"]
    first = reading.works[0]
    assert first["title"] == "The Great Étude & more"
    assert first["container-title"] == "Jurnal Rekaan"
    assert first["author"][1:] == [
        {"literal": "Badan Pusat Statistik"},
        {"family": "Berg", "given": "Jan", "non-dropping-particle": "van der", "suffix": "Jr"},
    ]
    assert first["DOI"] == "10.1234/x_y"
    assert [problem.where for problem in reading.problems] == ["9", "10"]


def test_csl_json_is_read_and_what_is_broken_is_told_with_its_line() -> None:
    entries = [
        {"id": 7, "title": 'Say "{no}"', "type": "book", "note": None},
        {"type": "book"},
        {"title": "x", "author": "Sari"},
        {"title": "x", "issued": "2020"},
        "nothing",
    ]
    text = json.dumps(entries, indent=1)
    reading = read_literature(text.encode(), "library.json")
    assert reading.works == ({"id": "7", "title": 'Say "{no}"', "type": "book"},)
    lines = text.splitlines()
    begin = [number for number, line in enumerate(lines, 1) if line == " {"]
    assert [problem.where for problem in reading.problems][:3] == [str(one) for one in begin[1:]]
    single = read_literature(b'{"items": [{"title": "one"}]}', "x.json")
    assert [work["title"] for work in single.works] == ["one"]


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"nothing of the kind", "notes.txt"),
        (b"nothing of the kind", "notes.ris"),
        (b"nothing of the kind", "notes.bib"),
        (b"[]", "x.json"),
        (b"[1, ", "x.json"),
        (b"\0\1\2", "x.ris"),
        (b"", "x.bib"),
    ],
)
def test_a_file_without_literature_is_refused(content: bytes, name: str) -> None:
    with pytest.raises(UnreadableSource):
        read_literature(content, name)


def test_what_nobody_knows_is_refused() -> None:
    with pytest.raises(NotFound):
        read_literature(b"@misc{a, title={b}}", "x", "marc")
    with pytest.raises(InvalidInput):
        write_literature([], ".docx")
    assert set(reference_endings()) == {".ris", ".bib", ".json"}


plain = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12
).filter(lambda text: not set(text) & set("{}\\$^_~%&#\"'`,<>-") and text.isalnum())
works = st.fixed_dictionaries(
    {"title": plain, "type": st.just("book"), "publisher": plain},
    optional={
        "author": st.lists(
            st.fixed_dictionaries({"family": plain, "given": plain}), min_size=1, max_size=3
        ),
        "issued": st.integers(1600, 2099).map(lambda year: {"date-parts": [[year]]}),
    },
)


@pytest.mark.parametrize("name", ["ris", "bibtex", "csl"])
@given(given=st.lists(works, min_size=1, max_size=4))
def test_what_is_written_is_read_back(name: str, given: list[dict]) -> None:
    form = REFERENCES.get(name)
    named = [{**work, "id": f"w{number}"} for number, work in enumerate(given)]
    reading = form.read(form.write(named))
    assert not reading.problems
    assert [dict(work) for work in reading.works] == named
