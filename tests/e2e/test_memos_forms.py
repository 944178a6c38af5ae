"""Summary forms in a real browser, read back in the study's file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from jejak.model import Code
from support.served import violations
from support.written import open_study

Opened = Callable[[str, str], Page]


def box(page: Page, name: str) -> Any:
    return page.get_by_role("textbox", name=name)


def test_a_form_is_filled_and_read_back(
    own_address: str, at: Opened, tmp_path: Path, complaints: list[str]
) -> None:
    with open_study(tmp_path / "study.jejak", user="Rina") as study:
        before = study.forms.of(study.sources["DS-01"], "contact")
    page = at(own_address, "/memos/forms")
    page.get_by_role("link", name="DS-01").click()
    expect(page.get_by_role("button", name="Form")).to_contain_text("Contact summary")
    box(page, "Main issues").fill("Harga **murah**.\n\n## Judul sendiri")
    box(page, "dipraktikkan").fill("Belum.")
    box(page, "Salient").fill("Malu pada teman\nGorden tertutup")
    box(page, "New or remaining").fill("Tanya DS soal harga")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("link", name="DS-01")).to_contain_text("Contact summary")
    expect(box(page, "New or remaining")).to_have_value("- [ ] Tanya DS soal harga")
    page.get_by_role("button", name="Make a code: Gorden tertutup").click()
    expect(page.get_by_text("“Gorden tertutup” is a code now.")).to_be_visible()
    assert violations(page) == []
    with open_study(tmp_path / "study.jejak", user="Rina") as study:
        question = next(one for one in study.questions if "dipraktikkan" in one.text)
        assert study.forms.of(study.sources["DS-01"], "contact") == before | {
            "issues": "Harga **murah**.\n\n## Judul sendiri",
            f"questions/{question.guid}": "Belum.",
            "salient": "- Malu pada teman\n- Gorden tertutup",
            "next": "- [ ] Tanya DS soal harga",
        }
        assert study.store.first(Code, name="Gorden tertutup") is not None
        assert "Tanya DS soal harga" in [one.task.text for one in study.memos.tasks()]
    page.reload()
    expect(box(page, "dipraktikkan")).to_have_value("Belum.")
    page.get_by_text("Only those without a form").click()
    expect(page.get_by_role("link", name="DS-01")).to_have_count(0)
    assert [one for one in complaints if "412" not in one] == []


def test_a_field_changed_in_two_windows_asks_which_to_keep(
    own_address: str, at: Opened, tmp_path: Path
) -> None:
    with open_study(tmp_path / "study.jejak", user="Rina") as study:
        source = study.sources["DS-01"]
        study.forms.write(source, "contact", {"issues": "Lama."})
        before = study.forms.of(source, "contact")
    here = at(own_address, f"/memos/forms/source/{source.guid}")
    box(here, "Main issues").fill("Dari sini.")
    there = here.context.new_page()
    there.goto(here.url)
    there.evaluate("localStorage.clear()")
    there.reload()
    box(there, "Main issues").fill("Dari sana.")
    there.keyboard.press("Control+Enter")
    expect(here.get_by_role("alert")).to_contain_text("Dari sana.")
    expect(box(here, "Main issues")).to_have_value("Dari sini.")
    here.get_by_role("button", name="Save mine").click()
    expect(box(there, "Main issues")).to_have_value("Dari sini.")
    with open_study(tmp_path / "study.jejak", user="Rina") as study:
        assert study.forms.of(source, "contact") == before | {"issues": "Dari sini."}


def test_forms_leave_as_a_file(own_address: str, at: Opened, tmp_path: Path) -> None:
    with open_study(tmp_path / "study.jejak", user="Rina") as study:
        study.forms.write(study.cases["G"], "case", {"known": "Hati-hati."})
    page = at(own_address, "/memos/forms")
    page.get_by_text("Cases", exact=True).click()
    page.get_by_role("link", name="G Interim").wait_for()
    page.get_by_role("button", name="Export").click()
    with page.expect_download() as download:
        page.get_by_role("menuitem", name="All forms as Markdown").click()
    assert "Hati-hati." in Path(download.value.path()).read_text("utf-8")
