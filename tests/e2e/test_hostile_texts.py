"""A study full of what would be a program elsewhere: it is read as the characters it is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from jejak.study import create_study
from support.served import build_workspace, run, serving, settle

Opened = Callable[[str, str], Page]
# Names of codes and files have no slash.
TAG = "<img src=hurt onerror=window.hurt=1>"
LINK = "javascript:window.hurt=1"
ALL = (
    f"{TAG}<script>window.hurt=1</script><svg onload=window.hurt=1></svg>"
    f"<iframe srcdoc='<script>parent.hurt=1</script>'></iframe>"
    f'<a href="{LINK}">tautan</a>"\'><b onmouseover="window.hurt=1">'
)
MARKDOWN = (
    f"{ALL}\n\n[satu]({LINK}) [dua](JaVaScRiPt:window.hurt=1) [tiga](data:text/html,<script>x</script>)"
    f"\n\n![gambar]({LINK}) ![jauh](https://hurt.example/x.png) <{LINK}>\n\n- [ ] {ALL}\n\n"
    f"```\n{ALL}\n```\n\n<div onclick='window.hurt=1'>{ALL}</div>\n"
)
HURT = """() => ({
  hurt: typeof window.hurt,
  made: document.querySelectorAll("[src='hurt'], script:not([src]), svg[onload], [onclick], [onerror], "
    + "[onmouseover], a[href^='javascript:' i], a[href^='data:' i], [src*='hurt.example']").length,
})"""


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[tuple[str, list[str]]]:
    """The address of the study, and the places it is opened at."""
    build_workspace()
    file = tmp_path / f"{TAG}.txt"
    file.write_text(f"{ALL}\n\nP: {ALL}\nG: {MARKDOWN}\n", encoding="utf-8")
    path = tmp_path / "hostile.jejak"
    with create_study(path, ALL, questions=[ALL], user=TAG) as study:
        study.sources.add([file])
        source = next(iter(study.sources.all()))
        study.sources.update(source, collector=ALL, method=ALL)
        code = study.codebook.add(TAG)
        study.codebook.update(code, short=ALL, definition=MARKDOWN, when_to_use=ALL, examples=[ALL])
        study.coding.apply(source, 0, 40, [code.guid], memo=MARKDOWN)
        case = study.cases.add(TAG, attributes={TAG: ALL})
        study.cases.update(case, description=MARKDOWN)
        about = [("source", source.guid, 0, 20), ("code", code.guid)]
        memo = study.memos.add(ALL, MARKDOWN, "jotting", about)
        finding = study.findings.add(ALL, codes=[TAG], rival=ALL)
        study.findings.add_evidence(finding, source=source, start=0, end=40, why=ALL)
        study.findings.judge(finding, "participants", "weak", ALL)
        work = {
            "type": "book",
            "title": ALL,
            "author": [{"family": TAG}],
            "URL": LINK,
            "abstract": ALL,
        }
        study.references.add(work, key="hurt")
        display = study.displays.save(TAG, "code-frequencies")
        study.displays.write_cell(display, code.guid, case.guid, ALL)
    with serving(path) as address:
        yield (
            address,
            [
                "/collect", "/collect/cases", "/collect/speakers", "/collect/coverage",
                "/collect/literature", f"/reduce/{source.guid}", f"/reduce?code={code.guid}",
                "/display", "/display/code-frequencies", "/display/code-frequencies?view=chart",
                f"/display/code-frequencies?view=words&saved={display.guid}",
                "/display/code-cooccurrence", "/conclude", f"/conclude/{finding.guid}",
                "/memos", f"/memos/{memo.guid}", "/memos/diary", "/memos/tasks", "/memos/forms",
                "/history", "/settings", "/report",
            ],
        )  # fmt: skip


def watched(page: Page) -> list[str]:
    """What should not happen: dialogs, and requests to anywhere but here."""
    found: list[str] = []

    def asked(url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in {"http", "https", "ws"} and parts.hostname != "127.0.0.1":
            found.append(url)
        if parts.path.endswith("/hurt"):
            found.append(url)

    page.on("request", lambda request: asked(request.url))
    page.on("dialog", lambda dialog: (found.append(dialog.message), dialog.dismiss()))
    page.on("popup", lambda other: found.append(other.url))
    return found


@pytest.mark.slow
def test_nothing_of_a_hostile_study_runs_on_any_page(
    hostile: tuple[str, list[str]], at: Opened, page: Page
) -> None:
    address, places = hostile
    happened = watched(page)
    at(address, "/collect")
    for place in places:
        page.goto(f"{address}#{place}")
        settle(page)
        for one in page.locator("main .table-line, [role=rowheader]").all()[:2]:
            one.click()
        assert page.evaluate(HURT) == {"hurt": "undefined", "made": 0}, place
    frame = page.frame_locator("iframe[data-front]")
    expect(frame.get_by_text("<script>window.hurt=1</script>").first).to_be_attached()
    for made in ("[src=hurt]", "a[href^='javascript:' i]", "[onerror]", "svg[onload]"):
        expect(frame.locator(made)).to_have_count(0)
    assert happened == []


@pytest.mark.usefixtures("hostile")
def test_nothing_of_a_hostile_study_runs_in_what_leaves_it(page: Page, tmp_path: Path) -> None:
    study, files = tmp_path / "hostile.jejak", tmp_path / "out"
    files.mkdir()
    run("report", study, "-o", files / "report.html")
    happened = watched(page)
    page.goto((files / "report.html").as_uri())
    expect(page.get_by_text("<script>window.hurt=1</script>").first).to_be_attached()
    assert page.evaluate("typeof window.hurt") == "undefined"
    for made in ("[src=hurt]", "a[href^='javascript:' i]", "a[href^='data:text' i]", "[onerror]"):
        expect(page.locator(made)).to_have_count(0)
    assert happened == []
