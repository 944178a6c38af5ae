from __future__ import annotations

from jejak.model import Coding
from support.servers import Browser
from support.studies import TALK


def test_a_text_comes_with_its_blocks(web: Browser) -> None:
    source = web.first("sources")
    found = web.get(web.to(f"/sources/{source['guid']}/text")).json()
    assert (found["guid"], found["text"], found["length"]) == (source["guid"], TALK, len(TALK))
    blocks = found["blocks"]
    assert blocks["number"] == [1, 2, 3, 4, 5]
    assert blocks["speaker"] == ["P", "G", "P", "G", "DS"]
    assert {len(column) for column in blocks.values()} == {5}
    start, end = blocks["start"][1], blocks["end"][1]
    assert "Bikin akun baru lagi 😀, gampang." in TALK[start:end]


def test_a_text_that_is_known_is_not_sent_again(web: Browser) -> None:
    at = web.to(f"/sources/{web.first('sources')['guid']}/text")
    mark = web.get(at).headers["etag"]
    known = web.get(at, headers={"If-None-Match": mark})
    assert (known.status_code, known.content) == (304, b"")
    assert web.get(at, headers={"If-None-Match": '"other"'}).status_code == 200


def test_codings_come_as_columns_in_the_order_of_the_text(web: Browser) -> None:
    source, codes = web.first("sources"), web.get(web.to("/codes")).json()
    guids = {code["name"]: code["guid"] for code in codes}
    found = web.get(web.to(f"/sources/{source['guid']}/codings")).json()
    assert found["version"] == web.study.store.head
    assert found["code"] == [guids["Murah"], guids["Anonim"]]
    words = [TALK[a:b] for a, b in zip(found["start"], found["end"], strict=True)]
    assert words == ["Bikin akun baru lagi 😀", "namanya palsu"]
    assert found["weight"] == [None, 70]
    assert found["origin"] == ["hand", "hand"]
    assert found["coder"] == [web.study.user.guid] * 2
    assert {one.guid for one in web.study.store.all(Coding)} == set(found["coding"])


def test_codings_stay_known_until_one_of_them_changes(web: Browser) -> None:
    source = web.first("sources")
    at = web.to(f"/sources/{source['guid']}/codings")
    known = {"If-None-Match": web.get(at).headers["etag"]}
    web.post(web.to("/memos"), json={"title": "Catatan", "body": "Lain."})
    assert web.get(at, headers=known).status_code == 304
    web.post(
        web.to("/codings"),
        json={"source": source["guid"], "start": 0, "end": 4, "codes": ["Anonim"]},
    )
    fresh = web.get(at, headers=known)
    assert (fresh.status_code, len(fresh.json()["coding"])) == (200, 3)


def test_the_original_comes_whole_or_in_parts(web: Browser) -> None:
    at = web.to(f"/sources/{web.first('sources')['guid']}/original")
    body = TALK.encode()
    whole = web.get(at)
    assert whole.content == body
    part = web.get(at, headers={"Range": "bytes=2-9"})
    assert (part.status_code, part.content) == (206, body[2:10])
    assert part.headers["content-range"] == f"bytes 2-9/{len(body)}"
    assert web.get(at, headers={"Range": "bytes=-7"}).content == body[-7:]
    assert web.get(at, headers={"Range": "bytes=40-"}).content == body[40:]
    beyond = web.get(at, headers={"Range": f"bytes={len(body)}-"})
    assert (beyond.status_code, beyond.headers["content-range"]) == (416, f"bytes */{len(body)}")
    assert web.get(at, headers={"Range": "lines=1-2"}).content == body


def test_an_original_is_never_shown_in_place(web: Browser) -> None:
    page = b"<html><body><p>Halo dunia.</p><script>alert(1)</script></body></html>"
    web.post(web.to("/sources"), files={"files": ("é.html", page)})
    source = web.first("sources", original_name="é.html")
    answer = web.get(web.to(f"/sources/{source['guid']}/original"))
    assert answer.content == page
    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''%C3%A9.html"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-security-policy"].startswith("sandbox")


def test_a_text_made_here_has_no_original(web: Browser) -> None:
    source = web.study.sources.add_text("Tempelan", "Halo.")
    missing = web.get(web.to(f"/sources/{source.guid}/original"))
    assert (missing.status_code, missing.json()["code"]) == (404, "no-original")


def test_a_source_that_is_not_there(web: Browser) -> None:
    for part in ("text", "codings", "original"):
        missing = web.get(web.to(f"/sources/{web.study.info.guid}/{part}"))
        assert (missing.status_code, missing.json()["code"]) == (404, "no-such-source")


def test_the_codings_of_some_people_alone_are_told(web: Browser) -> None:
    rina = web.study.user.guid
    source = web.first("sources")["guid"]
    at = web.to(f"/sources/{source}/codings")
    assert len(web.get(at, params={"coders": rina}).json()["coding"]) == 2
    nobody = web.study.info.guid
    assert web.get(at, params={"coders": nobody}).json()["coding"] == []
    assert web.get(web.to("/codes"), params={"coders": nobody}).status_code == 404
    assert web.first("codes", name="Murah")["codings"] == 1
    told = web.get(web.to(f"/sources/{source}"), params={"coders": rina}).json()
    assert told["codings"] == 2


def test_a_transcript_with_times_is_a_file(web: Browser) -> None:
    timed = b"1\n00:00:01,500 --> 00:00:02,000\nRina: halo\n"
    web.study.sources.add_files([("timed.srt", timed)])
    guid = web.study.sources["timed"].guid
    card = web.get(web.to(f"/sources/{guid}/card")).json()
    assert card["timed"] == 1
    found = web.get(web.to(f"/sources/{guid}/transcript.srt"))
    assert (found.status_code, found.content) == (200, timed)
    assert "timed.srt" in found.headers["content-disposition"]
    other = web.first("sources")["guid"]
    refused = web.get(web.to(f"/sources/{other}/transcript.vtt"))
    assert (refused.status_code, refused.json()["code"]) == (422, "no-times")
