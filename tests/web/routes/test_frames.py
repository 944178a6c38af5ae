from __future__ import annotations

from support.servers import Browser


def test_ready_codebooks_are_told_in_the_language_asked_for(web: Browser) -> None:
    titles = {}
    for language in ("en", "id"):
        frames = web.get(web.to(f"/frames?language={language}")).json()
        titles[language] = {frame["name"]: frame["title"] for frame in frames}
    assert "triple-a" in titles["en"]
    assert set(titles["en"]) == set(titles["id"])
    assert titles["en"] != titles["id"]


def test_a_ready_codebook_is_applied_once(web: Browser) -> None:
    done = web.post(web.to("/frames/triple-a"), json={"language": "en"}).json()
    assert done["seq"] == web.study.store.head
    assert done["made"]
    again = web.post(web.to("/frames/triple-a"), json={"language": "en"}).json()
    assert again == {"made": [], "filled": [], "seq": None}


def test_a_codebook_that_is_not_ready(web: Browser) -> None:
    missing = web.post(web.to("/frames/none"), json={"language": "en"})
    assert (missing.status_code, missing.json()["code"]) == (404, "no-such-frame")
    assert web.post(web.to("/frames/triple-a"), json={"language": "la"}).status_code == 422
