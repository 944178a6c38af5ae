"""Memos in a real browser: written by keys alone, kept whatever happens, and harmless to read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, expect

from jejak.model import Link, Memo
from jejak.model.memo_text import mentions
from jejak.study import Study
from support.served import in_both_schemes, violations
from support.served import saved as all_saved
from support.written import open_study

Opened = Callable[[str, str], Page]


@contextmanager
def study_in(folder: Path) -> Iterator[Study]:
    with open_study(folder / "study.jejak", user="Rina") as opened:
        yield opened


def bodies(folder: Path) -> dict[str, str]:
    with study_in(folder) as study:
        return {memo.title: memo.body for memo in study.store.all(Memo)}


def field(page: Page) -> Any:
    return page.get_by_role("textbox", name="Text of the memo")


def saved(page: Page) -> Any:
    """The memo, once it is no more written but read."""
    expect(field(page)).to_have_count(0)
    return page.get_by_role("article")


def write(folder: Path, title: str, body: str, **more: Any) -> str:
    """A memo that is there before the study is opened in a browser; its GUID."""
    with study_in(folder) as study:
        return study.memos.add(title, body, **more).guid


def test_a_memo_is_written_by_keys_alone(
    own_address: str, at: Opened, tmp_path: Path, complaints: list[str]
) -> None:
    page = at(own_address, "/memos")
    page.get_by_role("link", name="Tagar sebagai papan").wait_for()
    page.keyboard.press("n")
    expect(field(page)).to_be_focused()
    page.keyboard.type("Harga tetap ")
    page.keyboard.press("Control+b")
    page.keyboard.type("penting")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.type(" bagi @pulsa sebagai")
    expect(page.get_by_role("option").first).to_contain_text("Pulsa sebagai bayaran masuk")
    page.keyboard.press("Enter")
    page.keyboard.type(". Lalu:")
    page.keyboard.press("Enter")
    page.keyboard.type("- [ ] Tanya G 😀")
    page.keyboard.press("Enter")
    page.keyboard.type("Tanya DS soal @akun baru kan")
    # Whatever was coded is found by its words, after what goes by that name.
    passage = page.get_by_role("option").filter(has_text="Akun baru kan nol pengikut")
    expect(passage).to_contain_text("S-01")
    page.keyboard.press("ArrowUp")
    expect(passage).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    quoted = "“Akun baru kan nol pengikut, kalau bukan karena tagar siapa y …”"
    expect(field(page)).to_have_value(
        "Harga tetap **penting** bagi @[Pulsa sebagai bayaran masuk] . Lalu:\n"
        f"- [ ] Tanya G 😀\n- [ ] Tanya DS soal @[{quoted}] "
    )
    page.keyboard.press("Control+Enter")
    article = saved(page)
    expect(article.get_by_role("link", name="Pulsa sebagai bayaran masuk")).to_be_visible()
    expect(article.get_by_role("checkbox", name="Tanya G 😀")).to_be_visible()
    with study_in(tmp_path) as study:
        (memo,) = [m for m in study.store.all(Memo) if m.title.startswith("Harga tetap penting")]
        code = study.codes["Pulsa sebagai bayaran masuk"]
        (found,) = study.retrieval.find('code:* and text:"akun baru kan"').segments
        assert mentions(memo.body) == [("code", code.guid), ("segment", found.segment)]
        assert "- [ ] Tanya G 😀\n- [ ] Tanya DS soal [" in memo.body
        assert study.memos.links(memo) == []
    assert complaints == []


def test_a_task_is_ticked_where_it_is_read_and_in_the_list(
    own_address: str, at: Opened, tmp_path: Path
) -> None:
    guid = write(tmp_path, "Tugas", "- [ ] Satu\n- [ ] Dua")
    page = at(own_address, f"/memos/{guid}")
    page.get_by_role("checkbox", name="Dua").check()
    expect(page.get_by_role("checkbox", name="Dua")).to_be_checked()
    page.get_by_role("link", name="To do", exact=True).click()
    expect(page.get_by_role("checkbox", name="Dua")).to_have_count(0)
    page.get_by_text("Satu", exact=True).click()
    expect(page.get_by_role("checkbox", name="Satu")).to_have_count(0)
    assert bodies(tmp_path)["Tugas"] == "- [x] Satu\n- [x] Dua"


def test_what_was_written_survives_a_closed_window(
    own_address: str, at: Opened, tmp_path: Path
) -> None:
    guid = write(tmp_path, "Kesan", "Lama.")
    page = at(own_address, f"/memos/{guid}")
    page.get_by_role("button", name="Edit", exact=True).click()
    field(page).fill("Lama, dan baru.")
    page.reload()
    expect(field(page)).to_have_value("Lama, dan baru.")
    expect(page.get_by_text("Not saved when the window closed")).to_be_visible()
    assert bodies(tmp_path)["Kesan"] == "Lama."
    field(page).focus()
    page.keyboard.press("Control+Enter")
    expect(saved(page).get_by_text("Lama, dan baru.")).to_be_visible()
    assert bodies(tmp_path)["Kesan"] == "Lama, dan baru."


def test_what_was_written_without_a_server_is_saved_once_it_is_back(
    own_address: str, at: Opened, tmp_path: Path
) -> None:
    guid = write(tmp_path, "Kesan", "Lama.")
    page = at(own_address, f"/memos/{guid}")
    page.get_by_role("button", name="Edit", exact=True).click()
    page.context.set_offline(True)
    field(page).fill("Ditulis tanpa sambungan.")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("the server did not answer")).to_be_visible()
    expect(field(page)).to_have_value("Ditulis tanpa sambungan.")
    page.context.set_offline(False)
    expect(saved(page).get_by_text("Ditulis tanpa sambungan.")).to_be_visible()
    assert bodies(tmp_path)["Kesan"] == "Ditulis tanpa sambungan."


def test_a_memo_written_in_two_windows_is_shown_in_both_versions(
    own_address: str, at: Opened, tmp_path: Path
) -> None:
    guid = write(tmp_path, "Kesan", "Lama.")
    here = at(own_address, f"/memos/{guid}")
    here.get_by_role("button", name="Edit", exact=True).click()
    field(here).fill("Dari sini.")
    there = here.context.new_page()
    there.goto(here.url)
    there.evaluate("localStorage.clear()")
    there.reload()
    there.get_by_role("button", name="Edit", exact=True).click()
    field(there).fill("Dari sana.")
    there.keyboard.press("Control+Enter")
    expect(saved(there).get_by_text("Dari sana.")).to_be_visible()
    warning = here.get_by_role("alert", name="Changed elsewhere while you wrote")
    expect(warning).to_contain_text("Dari sana.")
    expect(field(here)).to_have_value("Dari sini.")
    assert violations(here) == []
    warning.get_by_role("button", name="Join both").click()
    expect(field(here)).to_have_value("Dari sini.\n\n---\n\nDari sana.")
    field(here).focus()
    here.keyboard.press("Control+Enter")
    expect(saved(here).get_by_text("Dari sana.")).to_be_visible()
    assert bodies(tmp_path)["Kesan"] == "Dari sini.\n\n---\n\nDari sana."


def test_others_changes_appear_while_a_memo_is_read(
    own_address: str, at: Opened, browser: Browser, tmp_path: Path
) -> None:
    guid = write(tmp_path, "Kesan", "Lama.")
    page = at(own_address, f"/memos/{guid}")
    expect(page.get_by_role("article").get_by_text("Lama.")).to_be_visible()
    context = browser.new_context(locale="en-US")
    other = context.new_page()
    other.goto(f"{own_address}#/memos/{guid}")
    other.get_by_role("button", name="Edit", exact=True).click()
    field(other).fill("Baru.")
    other.keyboard.press("Control+Enter")
    expect(page.get_by_role("article").get_by_text("Baru.")).to_be_visible()
    context.close()


EVIL = """# <script>document.title = "owned"</script>

<img src="https://elsewhere.invalid/a.png" onerror="document.title='owned'">
![foto](https://elsewhere.invalid/b.png)
[satu](javascript:document.title='owned')
[dua](JaVaScRiPt&colon;alert(1))
[tiga](data:text/html,<script>alert(1)</script>)
<https://elsewhere.invalid/c>
[empat](jejak:code/../../x)
[lima](vbscript:x "judul")

<iframe src="https://elsewhere.invalid/d"></iframe>
<style>body { background: url(https://elsewhere.invalid/e) }</style>
"""


def test_nothing_in_a_memo_runs_or_asks_anybody(
    own_address: str, at: Opened, page: Page, tmp_path: Path
) -> None:
    guid = write(tmp_path, "Jahat", EVIL)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    at(own_address, f"/memos/{guid}")
    article = page.get_by_role("article")
    expect(article.get_by_text("foto")).to_be_visible()
    addresses = article.locator("a").evaluate_all("all => all.map((a) => a.getAttribute('href'))")
    assert all(one.startswith(("#/", "https://elsewhere.invalid/")) for one in addresses)
    outside = article.locator("a[href^='https:']")
    for link in outside.all():
        assert link.get_attribute("rel") == "noopener noreferrer"
    assert article.locator("img, iframe, script, style, object").count() == 0
    assert page.title() != "owned"
    assert [url for url in asked if "elsewhere.invalid" in url] == []


def test_what_is_gone_is_said_to_be(own_address: str, at: Opened, tmp_path: Path) -> None:
    with study_in(tmp_path) as study:
        code = study.codebook.add("Sementara")
        body = f"[Sementara](jejak:code/{code.guid})"
        guid = study.memos.add("M", body).guid
        study.codebook.remove(code)
    page = at(own_address, f"/memos/{guid}")
    expect(page.get_by_role("article").get_by_text("no longer there")).to_be_attached()
    expect(page.get_by_role("article").get_by_role("link")).to_have_count(0)


def test_memos_are_filtered_by_what_they_are(demo_address: str, at: Opened) -> None:
    page = at(demo_address, "/memos")
    lines = page.get_by_role("navigation", name="List of memos").get_by_role("link")
    expect(lines.first).to_be_visible()
    every = lines.count()
    page.keyboard.press("/")
    page.keyboard.type("gorden")
    expect(lines).not_to_have_count(every)
    expect(lines.filter(has_text="Gorden").first).to_be_visible()
    page.get_by_role("button", name="Show all again").click()
    page.get_by_role("button", name="All kinds").click()
    page.get_by_role("option", name="Reflexive").click()
    expect(page.get_by_role("status").get_by_text("memos")).to_be_visible()
    expect(lines.first).to_contain_text("Reflexive")
    page.get_by_role("link", name="Diary").click()
    expect(page.get_by_role("article").first).to_contain_text("Reflexive")


def test_what_a_memo_is_about_is_chosen_by_name_and_taken_off(
    own_address: str, at: Opened, tmp_path: Path
) -> None:
    guid = write(tmp_path, "Kesan", "Isi.")
    page = at(own_address, f"/memos/{guid}")
    page.get_by_role("button", name="About …").click()
    page.keyboard.type("OBS-1")
    page.get_by_role("option", name="OBS-1").wait_for()
    page.keyboard.press("Enter")
    expect(page.get_by_role("list", name="What it is about")).to_contain_text("OBS-1")
    with study_in(tmp_path) as study:
        source = study.sources.get("OBS-1")
        assert study.memos.links(study.memos.get(guid)) == [("source", source.guid)]
    page.get_by_role("button", name="No longer about OBS-1").click()
    expect(page.get_by_role("button", name="No longer about OBS-1")).to_have_count(0)
    with study_in(tmp_path) as study:
        assert study.store.all(Link, owner=guid) == []


def test_a_deleted_memo_comes_back(own_address: str, at: Opened, tmp_path: Path) -> None:
    guid = write(tmp_path, "Kesan", "Isi.")
    page = at(own_address, f"/memos/{guid}")
    page.get_by_role("button", name="Delete the memo “Kesan”").click()
    expect(page.get_by_role("link", name="Kesan Isi.")).to_have_count(0)
    all_saved(page)
    assert "Kesan" not in bodies(tmp_path)
    page.get_by_role("button", name="Undo", exact=True).last.click()
    expect(page.get_by_role("link", name="Kesan Isi.")).to_be_visible()
    assert bodies(tmp_path)["Kesan"] == "Isi."


def test_names_offered_while_a_memo_is_written_are_open_to_everybody(
    demo_address: str, at: Opened, complaints: list[str]
) -> None:
    page = at(demo_address, "/memos/new")
    page.keyboard.type("@pul")
    page.get_by_role("option").first.wait_for()
    assert in_both_schemes(page) == []
    assert complaints == []
