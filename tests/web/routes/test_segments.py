from __future__ import annotations

from support.servers import Browser


def test_segments_are_found_with_what_surrounds_them(web: Browser) -> None:
    found = web.get(web.to("/segments"), params={"query": "code:Triple-A", "context": 5}).json()
    assert found["total"] == 2
    first, second = found["segments"]
    assert (first["text"], first["after"]) == ("Bikin akun baru lagi 😀", ", gam")
    assert second["codes"] == [web.first("codes", name="Anonim")["guid"]]
    assert second["coders"] == ["Rina"]
    page = web.get(web.to("/segments"), params={"query": "code:*", "offset": 1, "limit": 1}).json()
    assert (page["total"], [one["text"] for one in page["segments"]]) == (2, ["namanya palsu"])


def test_a_query_that_cannot_be_read_points_at_the_place(web: Browser) -> None:
    refused = web.get(web.to("/segments"), params={"query": "code:Murah and"})
    assert (refused.status_code, refused.json()["code"]) == (422, "query-syntax")
    assert refused.json()["at"] == len("code:Murah and")
    unknown = web.get(web.to("/segments"), params={"query": "code:Mahal"})
    assert (unknown.status_code, unknown.json()["code"]) == (404, "unknown-code")


def test_words_are_found_in_context(web: Browser) -> None:
    found = web.get(web.to("/words"), params={"pattern": "akun", "context": 6, "limit": 2}).json()
    assert found["more"]
    assert [line["before"] + line["match"] for line in found["lines"]] == [
        "Pakai akun",
        "Bikin akun",
    ]
    regex = {"pattern": "pals[au]", "regex": "true"}
    assert len(web.get(web.to("/words"), params=regex).json()["lines"]) == 2
    broken = web.get(web.to("/words"), params={"pattern": "(", "regex": "true"})
    assert broken.status_code == 422
