from __future__ import annotations

import csv
import io
from pathlib import Path

import polars as pl
import pytest
from docx import Document as WordDocument
from openpyxl import load_workbook

from jejak.errors import InvalidInput
from jejak.study import Study
from support.studies import small_study

ENDINGS = [".csv", ".xlsx", ".docx", ".html", ".md", ".parquet", ".json", ".jsonl"]


@pytest.fixture
def study(tmp_path: Path) -> Study:
    made = small_study(tmp_path)
    case = made.cases.add("Ge")
    made.cases.tie_speaker(case, "G")
    made.cases.add_attribute("umur", "number")
    made.cases.add_attribute("peran", "text")
    made.cases.set_attributes(case, {"umur": "31", "peran": "=1+1"})
    coding = made.find("code:Anonim").segments[0].codings[0]
    made.memos.add("Nama", "Kenapa palsu?", about=[("coding", coding)])
    return made


def words_of(content: bytes, ending: str) -> str:
    """All that a reader of the file can read."""
    if ending == ".docx":
        word = WordDocument(io.BytesIO(content))
        cells = (c.text for table in word.tables for row in table.rows for c in row.cells)
        return "\n".join([*(one.text for one in word.paragraphs), *cells])
    if ending == ".xlsx":
        sheet = load_workbook(io.BytesIO(content)).worksheets[0]
        return "\n".join(str(cell.value) for row in sheet for cell in row)
    if ending == ".parquet":
        return str(pl.read_parquet(io.BytesIO(content)).to_dicts())
    return content.decode()


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_holds_the_words_and_all_that_is_known_of_them(study: Study, ending: str) -> None:
    with study:
        content = study.retrieval.content("code:Anonim", ending, context=12)
        told = words_of(content, ending)
    for part in ("namanya palsu", "Takut, tapi", "Anonim", "70", "palsu?", "Ge", "interview", "31"):
        assert part in told
    assert "Triple-A/Anonim" in told
    assert "peran" in told


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_privacy_keeps_is_in_no_file(study: Study, ending: str) -> None:
    with study:
        umur = next(one.guid for one in study.attributes.all("case") if one.name == "umur")
        study.about.set_privacy(coders="none", hidden=[umur])
        study.cases.tie_speaker(study.cases.get("Ge"), "namanya")
        asked = "code:Anonim and case.umur = 31 and coder:Rina"
        told = words_of(study.retrieval.content(asked, ending, context=12), ending)
        assert "umur" not in told
        assert "Rina" not in told
        assert "namanya" not in told
        assert "Ge palsu" in told


def test_columns_keep_their_types(study: Study) -> None:
    with study:
        frame = pl.read_parquet(io.BytesIO(study.retrieval.content("code:Triple-A", ".parquet")))
        assert frame["case.umur"].to_list() == [31.0, 31.0]
        assert frame["codes"].to_list() == [["Triple-A/Murah"], ["Triple-A/Anonim"]]
        assert frame["weights"].to_list() == [[], ["Triple-A/Anonim: 70"]]
        assert frame["memos"].to_list() == [[], ["Nama\nKenapa palsu?"]]
        none = pl.read_parquet(io.BytesIO(study.retrieval.content('text:"tiada"', ".parquet")))
        assert (none.height, none.schema) == (0, frame.schema)


def test_a_segment_stands_once_under_each_of_its_codes(study: Study) -> None:
    with study:
        source = study.sources.get("S-01")
        study.coding.apply(source, *study.coding.locate(source, "namanya palsu"), ["Murah"])
        content = study.retrieval.content("code:Triple-A", ".csv", by="code")
        rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
        assert [(row["code"], row["text"]) for row in rows] == [
            ("Triple-A/Anonim", "namanya palsu"),
            ("Triple-A/Murah", "Bikin akun baru lagi 😀"),
            ("Triple-A/Murah", "namanya palsu"),
        ]
        assert rows[0]["case.peran"] == "'=1+1"
        page = study.retrieval.content("code:Triple-A", ".md", "id", by="coder").decode()
        assert "## Rina" in page
        assert "2 kutipan" in page
        bare = study.retrieval.content('text:"akun palsu"', ".md", by="code").decode()
        assert "## Not coded" in bare


def test_nothing_found_makes_a_file_all_the_same(study: Study) -> None:
    with study:
        for ending in ENDINGS:
            content = study.retrieval.content('text:"tiada"', ending, by="case")
            assert content or ending == ".jsonl"


def test_no_other_ending_can_be_written(study: Study) -> None:
    with study, pytest.raises(InvalidInput, match=r"odt"):
        study.retrieval.content("code:*", ".odt")
    with study, pytest.raises(InvalidInput, match="arranged"):
        study.find("code:*", by="colour")
