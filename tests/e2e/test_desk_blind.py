"""Coding blind: others' codings are hidden, and do not even reach the browser."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Locator, Page, Response, WebSocket, expect

from jejak.model import Coding
from support.served import settle, violations
from support.written import open_study

Opened = Callable[[str, str], Page]
STUDY = "study.jejak"


def of_others(file: Path) -> set[str]:
    with open_study(file, user="Rina") as study:
        me = study.user.guid
        return {one.guid for one in study.store.all(Coding) if one.user != me}


class Listener:
    """Everything that reaches a page: the answers of the server, and the frames of its stream."""

    def __init__(self, page: Page) -> None:
        self.frames: list[str] = []
        self._bodies: list[str] = []
        page.on("response", self._answered)
        page.on("websocket", self._opened)

    def _answered(self, answer: Response) -> None:
        if "/api/" in answer.url and answer.status == 200:
            self._bodies.append(answer.text())

    def _opened(self, socket: WebSocket) -> None:
        socket.on("framereceived", lambda frame: self.frames.append(str(frame)))

    def told(self) -> list[str]:
        return self._bodies + self.frames


def go_blind(page: Page) -> Locator:
    """Opens S-01 and hides what others did; answers the badge that says so."""
    page.locator(".source-line[title='S-01']").click()
    theirs = page.locator(".jr-stripe[aria-label*='coded by Bayu']")
    expect(theirs.first).to_be_attached()
    page.keyboard.press("b")
    badge = page.get_by_role("button", name="Blind: only your codings")
    expect(badge).to_be_visible()
    expect(theirs).to_have_count(0)
    return badge


def test_blind_coding_keeps_others_codings_out_of_the_browser(
    own_address: str, at: Opened, page: Page, tmp_path: Path, complaints: list[str]
) -> None:
    others = of_others(tmp_path / STUDY)
    assert others
    badge = go_blind(at(own_address, "/reduce"))
    expect(page.locator(".jr-stripe[aria-label*='coded by Rina']").first).to_be_attached()
    assert violations(page) == []
    # Kept for the study: the page comes back blind, and nothing of theirs comes with it.
    heard = Listener(page)
    page.reload()
    expect(badge).to_be_visible()
    expect(page.locator(".jr-stripe").first).to_be_attached()
    page.keyboard.press("n")
    page.keyboard.press("s")
    panel = page.locator(".segment-row")
    expect(panel.first).to_be_visible()
    expect(panel.filter(has_text=re.compile("coded by .*Bayu"))).to_have_count(0)
    page.keyboard.press("Escape")
    page.keyboard.press("q")
    page.get_by_role("textbox", name="Query").fill("code:*")
    expect(panel.first).to_be_visible()
    told = heard.told()
    assert len(told) > 5
    assert [guid for guid in others if any(guid in one for one in told)] == []
    with open_study(tmp_path / STUDY, user="Rina") as study:
        own = sum(1 for one in study.sources["S-01"].codings if one.coder == "Rina")
    expect(page.locator(".desk-facts")).to_contain_text(f"{own} codings")
    badge.click()
    expect(page.locator(".jr-stripe[aria-label*='coded by Bayu']").first).to_be_attached()
    assert complaints == []


def test_blind_coding_shows_ones_own_memos_and_tells_nothing_of_others_work(
    own_address: str, at: Opened, page: Page, tmp_path: Path
) -> None:
    with open_study(tmp_path / STUDY, user="Rina") as study:
        place = [("source", study.sources.get("S-01").guid, 0, 12)]
        study.memos.add("Catatan milik Rina", "Punya saya.", "jotting", place)
    with open_study(tmp_path / STUDY, user="Bayu") as study:
        study.memos.add("Catatan rahasia Bayu", "Jangan dibaca.", "jotting", place)
    go_blind(at(own_address, "/reduce"))
    heard = Listener(page)
    page.reload()
    expect(page.locator(".jr-note").first).to_be_attached()
    with open_study(tmp_path / STUDY, user="Bayu") as study:
        secret = study.codebook.add("Kode rahasia")
        study.coding.apply(study.sources.get("S-01"), 20, 60, [secret.guid])
    expect(page.locator(".presence")).to_contain_text("worked on the study")
    page.keyboard.press("Control+k")
    page.keyboard.type("catatan")
    expect(page.get_by_role("option", name=re.compile("Catatan milik Rina"))).to_be_visible()
    page.keyboard.press("Escape")
    page.goto(f"{own_address}#/memos")
    expect(page.get_by_text("Catatan milik Rina").first).to_be_visible()
    page.goto(f"{own_address}#/history")
    expect(page.get_by_text("You code blind")).to_be_visible()
    expect(page.get_by_text("Write the memo “Catatan milik Rina”").first).to_be_visible()
    told, others = heard.told(), of_others(tmp_path / STUDY)
    assert heard.frames
    assert [one for one in told if "Catatan milik Rina" in one]
    assert [one for one in told if "Catatan rahasia" in one or "Jangan dibaca" in one] == []
    assert [one for one in heard.frames if "S-01" in one or "rahasia" in one] == []
    assert [guid for guid in others if any(guid in one for one in told)] == []


def test_one_coder_is_hidden_and_shown_again(own_address: str, at: Opened, page: Page) -> None:
    at(own_address, "/reduce")
    page.locator(".source-line[title='S-01']").click()
    theirs = page.locator(".jr-stripe[aria-label*='coded by Bayu']")
    expect(theirs.first).to_be_attached()
    page.get_by_role("button", name="Whose codings are seen").click()
    page.get_by_role("menuitem", name="Bayu").click()
    expect(theirs).to_have_count(0)
    page.get_by_role("button", name="1 coder hidden").click()
    expect(theirs.first).to_be_attached()


def counted(file: Path, kind: str) -> tuple[int, int]:
    """What a display counts of Rina's codings, and of everybody's."""
    with open_study(file, user="Rina") as study:
        own = study.displays.compute(kind, coders=[study.user.guid])
        return own.caption.n, study.displays.compute(kind).caption.n


def test_displays_findings_and_memos_have_nothing_of_others_while_one_codes_blind(
    own_address: str, at: Opened, page: Page, tmp_path: Path, complaints: list[str]
) -> None:
    hidden, kind = "Rahasia Bayu", "code-frequencies"
    with open_study(tmp_path / STUDY, user="Bayu") as study:
        memo = study.memos.add(hidden, hidden, "jotting", [])
        finding = study.findings.all()[0]
        source = study.sources.get("S-01")
        study.findings.add_evidence(finding, source=source, start=30, end=70, why=hidden)
        study.findings.judge(finding, "participants", "fails", hidden)
        saved = study.displays.save("Tabel", kind)
        matrix = study.displays.compute(kind)
        place = matrix.rows[0].key, matrix.columns[0].key
        study.displays.write_cell(saved, *place, hidden)
    go_blind(at(own_address, "/reduce"))
    heard = Listener(page)
    page.reload()
    expect(page.locator(".jr-stripe").first).to_be_attached()
    note = page.locator(".blind-note")
    for place_ in (
        f"/display/code-frequencies?saved={saved.guid}",
        f"/display/code-frequencies?view=words&saved={saved.guid}",
        "/conclude",
        f"/conclude/{finding.guid}",
    ):
        page.goto(f"{own_address}#{place_}")
        expect(note.first).to_contain_text("You code blind")
        settle(page)
        assert violations(page) == []
    page.goto(f"{own_address}#/report")
    expect(page.get_by_text("You code blind, and a report tells")).to_be_visible()
    expect(page.locator("iframe")).to_have_count(0)
    page.goto(f"{own_address}#/memos/{memo.guid}")
    settle(page)
    told, others = heard.told(), of_others(tmp_path / STUDY)
    assert len(told) > 10
    assert [one[:300] for one in told if hidden in one] == []
    assert [guid for guid in others if any(guid in one for one in told)] == []
    own, everybody = counted(tmp_path / STUDY, kind)
    assert own < everybody
    page.goto(f"{own_address}#/display/code-frequencies")
    expect(page.locator(".display-caption")).to_contain_text(f"Codings counted: {own}")
    # Nothing of it is left once one sees everybody's work again.
    page.goto(f"{own_address}#/reduce")
    page.get_by_role("button", name="Blind: only your codings").click()
    page.goto(f"{own_address}#/conclude/{finding.guid}")
    expect(page.get_by_text(hidden).first).to_be_visible()
    expect(note).to_have_count(0)
    # A memo that is not to be seen is not there.
    assert [one for one in complaints if "404" not in one] == []


def test_a_set_counts_ones_own_passages_alone_while_one_codes_blind(
    own_address: str, at: Opened, page: Page, tmp_path: Path
) -> None:
    with open_study(tmp_path / STUDY, user="Rina") as study:
        group = study.sets.add("Samaran", "segment", query="code:Anonimitas")
        (own,), (all_,) = study.sets.cards(coders=[study.user.guid]), study.sets.cards([group])
        assert own.count < all_.count
    go_blind(at(own_address, "/reduce"))
    page.goto(f"{own_address}#/retrieval?query=code:Anonimitas")
    page.get_by_role("button", name="Sets", exact=True).click()
    expect(page.get_by_role("menuitem", name="Samaran")).to_have_accessible_name(
        re.compile(rf"Samaran\s*{own.count}$")
    )
