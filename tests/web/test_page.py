from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from support.servers import Browser, browser
from support.studies import small_study


@pytest.fixture
def built(tmp_path: Path) -> Iterator[Browser]:
    static = tmp_path / "static"
    (static / "assets").mkdir(parents=True)
    (static / "index.html").write_text("<title>Jejak</title>")
    (static / "assets" / "index-abc.js").write_text("export {};")
    with small_study(tmp_path) as study, browser(study, static=static) as web:
        yield web


def test_the_page_is_asked_for_anew_and_its_assets_never(built: Browser) -> None:
    page = built.get("/", headers={"Authorization": ""})
    assert (page.text, page.headers["cache-control"]) == ("<title>Jejak</title>", "no-cache")
    script = built.get("/assets/index-abc.js", headers={"Authorization": ""})
    assert script.headers["content-type"].startswith("text/javascript")
    assert "immutable" in script.headers["cache-control"]


def test_assets_come_packed_to_whoever_can_read_them_so(built: Browser) -> None:
    plain = built.get("/assets/index-abc.js", headers={"Accept-Encoding": "identity"})
    packed = built.get("/assets/index-abc.js", headers={"Accept-Encoding": "gzip"})
    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.headers["vary"] == "Accept-Encoding"
    assert packed.headers["content-type"].startswith("text/javascript")
    assert "immutable" in packed.headers["cache-control"]
    assert packed.text == plain.text == "export {};"


def test_nothing_else_of_the_disk_is_served(built: Browser) -> None:
    for address in (
        "/assets/none.js",
        "/assets/../index.html",
        "/assets/%2e%2e/%2e%2e/small.jejak",
    ):
        assert built.get(address).status_code == 404


def test_a_workspace_that_is_not_built_says_how_to(tmp_path: Path) -> None:
    with small_study(tmp_path) as study, browser(study, static=tmp_path / "none") as web:
        page = web.get("/")
        assert page.status_code == 503
        assert "make setup" in page.text
