from __future__ import annotations

import json

import pytest

from jejak.errors import UnreadableSource
from jejak.formats.reading import read_bytes


def otr(page: str, media: str = "") -> bytes:
    return json.dumps({"text": page, "media": media, "media-time": 3.1}).encode()


def stamp(seconds: float) -> str:
    return f'<span class="timestamp" contenteditable="false" data-timestamp="{seconds}">0:0</span>'


def test_blocks_begin_at_the_stamps_which_are_no_words() -> None:
    page = f"<p>{stamp(1.5)} Halo <b>semua</b> 😀 {stamp(4)}&nbsp;ya</p><p>tanpa</p>"
    reading = read_bytes(otr(page, "C:\\rekaman\\satu.mp3"), "a.otr")
    assert reading.text == "Halo semua 😀 ya\ntanpa"
    told = [(reading.text[b.start : b.end], b.begin, b.finish) for b in reading.blocks]
    assert told == [("Halo semua 😀", 1500, 4000), ("ya\ntanpa", 4000, None)]
    assert reading.metadata == {"media": "satu.mp3"}


def test_turns_have_the_time_of_the_stamp_before_them() -> None:
    page = "".join(
        f"<p>{stamp(at)} {who}: {words}</p>"
        for at, who, words in (
            (1, "I", "Apa?"),
            (2.25, "B", "Ya."),
            (9, "I", "Lalu?"),
            (11, "B", "Itu."),
        )
    )
    blocks = read_bytes(otr(page), "a.otr").blocks
    assert [(b.speaker, b.begin, b.finish) for b in blocks] == [
        ("I", 1000, 2250), ("B", 2250, 9000), ("I", 9000, 11000), ("B", 11000, None),
    ]  # fmt: skip


@pytest.mark.parametrize("body", [b"{}", b"[1]", b'{"text": 3}', b"{", b'"text"'])
def test_what_is_no_transcript_is_refused(body: bytes) -> None:
    with pytest.raises(UnreadableSource) as caught:
        read_bytes(body, "a.otr")
    assert caught.value.code == "corrupt"
