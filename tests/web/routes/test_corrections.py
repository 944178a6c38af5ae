from __future__ import annotations

from support.servers import Browser
from support.studies import TALK


def source_of(web: Browser) -> tuple[str, str]:
    """Where the text is, and its digest."""
    guid = web.first("sources")["guid"]
    at = web.to(f"/sources/{guid}/text")
    return at, web.get(at).json()["digest"]


def test_a_text_is_corrected_and_what_moved_is_told(web: Browser) -> None:
    at, digest = source_of(web)
    sent = {"start": 0, "end": 0, "text": "Awal. "}
    done = web.put(at, json=sent, headers={"If-Match": f'"{digest}"'}).json()
    assert (done["seq"], done["length"]) == (web.study.store.head, len(TALK) + 6)
    assert (done["moved"], done["flagged"]) == (2, 0)
    text = web.get(at).json()
    assert (text["text"], text["digest"]) == ("Awal. " + TALK, done["digest"])
    codings = web.get(at.replace("/text", "/codings")).json()
    assert codings["text"] == done["digest"]
    words = [text["text"][a:b] for a, b in zip(codings["start"], codings["end"], strict=True)]
    assert words == ["Bikin akun baru lagi 😀", "namanya palsu"]
    assert web.post(web.to("/undo")).status_code == 200
    assert web.get(at).json()["text"] == TALK


def test_of_a_text_that_was_corrected_meanwhile_nothing_is_changed(web: Browser) -> None:
    at, digest = source_of(web)
    seen = {"If-Match": f'"{digest}"'}
    assert web.put(at, json={"start": 0, "end": 1, "text": "Q"}, headers=seen).status_code == 200
    late = web.put(at, json={"start": 0, "end": 1, "text": "Z"}, headers=seen)
    assert (late.status_code, late.json()["code"]) == (412, "stale-text")
    assert web.get(at).json()["text"] == "Q" + TALK[1:]
    assert web.put(at, json={"start": 0, "end": 1, "text": "Z"}).status_code == 200


def test_several_edits_are_one_step_and_nothing_is_none(web: Browser) -> None:
    at, _ = source_of(web)
    head = web.study.store.head
    edits = [{"start": 0, "end": 1, "text": ""}, {"start": 5, "end": 7, "text": "xyz"}]
    assert web.put(at, json={"edits": edits}).json()["seq"] == head + 1
    same = web.put(at, json={"edits": []}).json()
    assert (same["seq"], same["moved"], web.study.store.head) == (None, 0, head + 1)
    for wrong in ({}, {"edits": edits, "start": 0}, {"start": 0, "end": 1}):
        assert web.put(at, json=wrong).status_code == 422


def test_what_lost_its_words_is_listed(web: Browser) -> None:
    at, _ = source_of(web)
    start = TALK.index("namanya palsu")
    done = web.put(at, json={"start": start, "end": start + 13, "text": ""}).json()
    assert done["flagged"] == 1
    [lost] = web.get(at.replace("/text", "/lost")).json()
    assert (lost["words"], lost["at"]) == ("namanya palsu", start)
    assert [coding["coder"] for coding in lost["codings"]] == [web.study.user.guid]


def test_no_position_of_an_old_text_is_coded_or_moved(web: Browser) -> None:
    at, digest = source_of(web)
    source, code = web.first("sources")["guid"], web.get(web.to("/codes")).json()[-1]["guid"]
    coding = web.get(at.replace("/text", "/codings")).json()["coding"][0]
    assert web.put(at, json={"start": 0, "end": 0, "text": "Awal. "}).status_code == 200
    place = {"start": 0, "end": 4, "text": digest}
    head = web.study.store.head
    late = web.post(web.to("/codings"), json={**place, "source": source, "codes": [code]})
    assert (late.status_code, late.json()["code"]) == (412, "stale-text")
    late = web.patch(web.to(f"/codings/{coding}"), json=place)
    assert (late.status_code, late.json()["code"]) == (412, "stale-text")
    assert web.study.store.head == head
    now = source_of(web)[1]
    good = web.patch(web.to(f"/codings/{coding}"), json={**place, "text": now})
    assert good.status_code == 200, good.text
