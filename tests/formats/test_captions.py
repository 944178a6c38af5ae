"""Transcripts with times: what is written is read again as it was."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jejak.formats import FORMATS
from jejak.formats.captions import Caption, tiers_of
from jejak.formats.reading import read_bytes

_WORDS = st.text("aé😀<&>\"'-{}: \n\u202b龍", min_size=1, max_size=12).map(
    lambda text: "\n".join(filter(None, (line.strip() for line in f"w{text}".split("\n"))))
)
_CAPTIONS = st.lists(
    st.builds(
        lambda words, begin, length, who: Caption(words, begin, begin + length, who),
        _WORDS,
        st.integers(0, 10_000_000),
        st.integers(1, 5000),
        st.sampled_from(["Rina", "Budi 😀", "D & S"]),
    ),
    min_size=1,
    max_size=8,
)


@pytest.mark.parametrize("name", ["vtt", "eaf", "textgrid"])
@settings(max_examples=30)
@given(captions=_CAPTIONS)
def test_what_is_written_is_read_again(name: str, captions: list[Caption]) -> None:
    format = FORMATS.get(name)
    assert format.write
    reading = read_bytes(format.write(captions), f"t{format.endings[0]}")
    found = [
        (reading.text[one.start : one.end], one.begin, one.finish, one.speaker)
        for one in reading.blocks
    ]
    assert sorted(map(repr, found)) == sorted(
        repr((one.words, one.begin, one.finish, one.speaker)) for one in captions
    )


def test_subtitles_name_who_speaks_once() -> None:
    format = FORMATS.get("srt")
    assert format.write
    body = format.write([Caption("Halo\n\nsemua", 1300, 3_661_007, "Rina")])
    assert body.decode() == "1\n00:00:01,300 --> 01:01:01,007\nRina: Halo\nsemua\n"
    again = read_bytes(body, "a.srt")
    assert (again.text, again.speakers) == ("Rina: Halo\nsemua", ("Rina",))


@given(captions=_CAPTIONS)
def test_nothing_overlaps_on_a_tier(captions: list[Caption]) -> None:
    tiers = tiers_of(captions)
    assert sum(map(len, tiers.values())) == len(captions)
    for tier in tiers.values():
        assert len({one.speaker for one in tier}) == 1
        assert all(a.finish <= b.begin for a, b in pairwise(tier))


def test_web_captions_tell_times_to_the_millisecond() -> None:
    reading = read_bytes(b"WEBVTT\n\n00:01.250 --> 01:00:02.001\n<v D &amp; S>a &lt; b\n", "a.vtt")
    (block,) = reading.blocks
    assert (block.begin, block.finish, block.speaker) == (1250, 3_602_001, "D & S")
    assert reading.text == "a < b"
