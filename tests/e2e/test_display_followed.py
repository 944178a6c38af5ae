"""A saved display whose only code went says so in the workspace, and its words are still there."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from support.served import serving
from support.written import open_study

Opened = Callable[[str, str], Page]


@pytest.fixture
def bereft(demo: Path, tmp_path: Path) -> Path:
    path = tmp_path / "bereft.jejak"
    path.write_bytes(demo.read_bytes())
    with open_study(path, user="Rina") as study:
        code = study.codebook.add("Sementara")
        display = study.displays.save("Satu kode", "code-frequencies", {"codes": [code.guid]})
        study.displays.write_cell(display, code.guid, "study", "Kata yang tetap ada")
        study.codebook.remove(code)
    return path


def test_what_is_gone_is_told_and_words_stay(bereft: Path, at: Opened) -> None:
    with open_study(bereft) as study:
        display = study.displays.get("Satu kode")
    asked = urlencode({"settings": json.dumps(display.settings), "saved": display.guid})
    with serving(bereft) as address:
        page = at(address, f"/display/code-frequencies?{asked}")
        told = page.get_by_role("main")
        expect(told).to_contain_text("The code “Sementara” was deleted: it is left out.")
        expect(told).to_contain_text("Choose something else in its settings")
        page.get_by_text("1 text for a cell that is not shown").click()
        expect(told.get_by_role("listitem").filter(has_text="Kata yang tetap")).to_be_visible()
