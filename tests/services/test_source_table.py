from __future__ import annotations

from pathlib import Path

import pytest

from jejak.errors import InvalidInput
from jejak.services.leaving import Leaving
from jejak.services.source_table import table_of_sources
from support.studies import small_study


def test_a_clipboard_holds_a_line_for_each_source(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        study.sources.update_many(
            [study.sources.get("S-01").guid], case="=G", attributes={"asal": "dua\tkata"}
        )
        rows = study.listing.page().rows
        columns = ["name", "case", "coders", "length", "collector", "attribute:asal"]
        with study.store.view() as there:
            leaving = Leaving(there)
            told = table_of_sources(rows, columns, "tsv", "en", leaving).decode()
            with pytest.raises(InvalidInput, match="no column"):
                table_of_sources(rows, ["beauty"], "tsv", "en", leaving)
        head, line = told.split("\n")
        assert head == "Name\tCase\tCoders\tLength\tCollected by\tasal"
        length = str(study.sources.get("S-01").length)
        assert line.split("\t") == ["S-01", "'=G", "Rina", length, "", "dua kata"]
