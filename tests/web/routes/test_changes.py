from __future__ import annotations

from pathlib import Path

import pytest
from starlette.websockets import WebSocketDisconnect

from jejak.study import open_study
from support.servers import HOST, TOKEN, Browser

SIGNED = {**HOST, "Authorization": f"Bearer {TOKEN}"}


def test_a_window_is_told_what_happened_before_and_what_happens(web: Browser) -> None:
    head = web.study.store.head
    with web.websocket_connect(
        web.to(f"/changes?after={head - 1}&language=en"), headers=SIGNED
    ) as one:
        assert one.receive_json()["seq"] == head
        code = web.first("codes", name="Murah")["guid"]
        web.patch(web.to(f"/codes/{code}"), json={"short": "Tidak mahal."})
        told = one.receive_json()
    assert (told["seq"], told["user_name"], told["touched"]) == (head + 1, "Rina", {"code": 1})
    assert told["text"] == "Change the code “Murah”"


def test_two_windows_see_the_same(web: Browser) -> None:
    at = web.to(f"/changes?after={web.study.store.head}")
    with (
        web.websocket_connect(at, headers=SIGNED) as one,
        web.websocket_connect(at, headers=SIGNED) as two,
    ):
        web.post(web.to("/memos"), json={"title": "Kesan", "body": ""})
        assert one.receive_json() == two.receive_json()
        one.close()
        web.post(web.to("/undo"))
        assert two.receive_json()["undoes"] == web.study.store.head - 1


def test_another_program_s_changes_are_told_too(web: Browser, tmp_path: Path) -> None:
    head = web.study.store.head
    with (
        web.websocket_connect(web.to(f"/changes?after={head}"), headers=SIGNED) as window,
        open_study(tmp_path / "small.jejak", user="Bayu") as other,
    ):
        other.codebook.add("Baru")
        told = [window.receive_json(), window.receive_json()]
    assert [one["user_name"] for one in told] == ["Bayu", "Bayu"]
    assert told[1]["touched"] == {"code": 1}


@pytest.mark.parametrize(
    "headers",
    [HOST, {**SIGNED, "host": "evil.example"}, {**SIGNED, "origin": "http://evil.example"}],
)
def test_strangers_are_told_nothing(web: Browser, headers: dict[str, str]) -> None:
    del web.headers["authorization"]
    with (
        pytest.raises(WebSocketDisconnect) as refused,
        web.websocket_connect(web.to("/changes"), headers=headers),
    ):
        pass
    assert refused.value.code == 4401


def test_a_study_that_is_not_open_has_no_stream(web: Browser) -> None:
    nobody = "/api/studies/00000000-0000-7000-8000-000000000000/changes"
    with pytest.raises(WebSocketDisconnect), web.websocket_connect(nobody, headers=SIGNED):
        pass


def test_what_others_do_is_left_unsaid_to_who_codes_blind(web: Browser, tmp_path: Path) -> None:
    head, me = web.study.store.head, web.study.user.guid
    at = web.to(f"/changes?after={head}&coders={me}&language=en")
    with (
        web.websocket_connect(at, headers=SIGNED) as window,
        open_study(tmp_path / "small.jejak", user="Bayu") as other,
    ):
        code = other.codebook.get("Murah")
        other.codebook.update(code, short="Rahasia")
        place = other.coding.locate(other.sources.get("S-01"), "namanya palsu")
        other.coding.apply(other.sources.get("S-01"), *place, [code.guid])
        web.post(web.to("/memos"), json={"title": "Kesan", "body": ""})
        told = [window.receive_json() for _ in range(web.study.store.head - head)]
    words = {(one["user_name"], one["text"]) for one in told}
    assert words == {("Bayu", ""), ("Rina", "Write the memo “Kesan”")}
    theirs = [one for one in told if one["user_name"] == "Bayu"]
    assert {kind for one in theirs for kind in one["touched"]} == {"user", "code", "coding"}
    assert {count for one in theirs for count in one["touched"].values()} == {0}
    assert {one["sources"] for one in theirs} == {None}
    listed = web.get(at).json()
    assert [one["text"] for one in listed] == [one["text"] for one in told]
