from __future__ import annotations

import pytest

from jejak.errors import UnreadableSource
from jejak.formats.reading import read_bytes

ELAN = """<?xml version="1.0" encoding="UTF-8"?>
<ANNOTATION_DOCUMENT AUTHOR="x" DATE="2020-05-01T10:00:00+07:00" FORMAT="3.0" VERSION="3.0">
<HEADER TIME_UNITS="milliseconds"><MEDIA_DESCRIPTOR MEDIA_URL="file:///C:/Users/sari/wawancara.wav"
 MIME_TYPE="audio/x-wav" RELATIVE_MEDIA_URL="./wawancara.wav"/></HEADER>
<TIME_ORDER><TIME_SLOT TIME_SLOT_ID="ts1" TIME_VALUE="100"/><TIME_SLOT TIME_SLOT_ID="ts2"/>
<TIME_SLOT TIME_SLOT_ID="ts3" TIME_VALUE="900"/><TIME_SLOT TIME_SLOT_ID="ts4" TIME_VALUE="500"/>
<TIME_SLOT TIME_SLOT_ID="ts5"/></TIME_ORDER>
<TIER LINGUISTIC_TYPE_REF="bebas" PARENT_REF="P" TIER_ID="P-en"><ANNOTATION>
 <REF_ANNOTATION ANNOTATION_ID="a9" ANNOTATION_REF="a1"><ANNOTATION_VALUE>How are you?</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION></TIER>
<TIER LINGUISTIC_TYPE_REF="ujaran" PARTICIPANT="Rina" TIER_ID="P">
 <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a1" TIME_SLOT_REF1="ts1" TIME_SLOT_REF2="ts2"><ANNOTATION_VALUE>Apa kabar 😀?</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
 <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a2" TIME_SLOT_REF1="ts5" TIME_SLOT_REF2="ts5"><ANNOTATION_VALUE>entah kapan</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER>
<TIER LINGUISTIC_TYPE_REF="ujaran" TIER_ID="Ge">
 <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a3" TIME_SLOT_REF1="ts4" TIME_SLOT_REF2="ts3"><ANNOTATION_VALUE>Baik</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER>
<TIER LINGUISTIC_TYPE_REF="kata" PARENT_REF="Ge" TIER_ID="Ge-kata"><ANNOTATION>
 <REF_ANNOTATION ANNOTATION_ID="a8" ANNOTATION_REF="a3"><ANNOTATION_VALUE>baik</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION></TIER>
<LINGUISTIC_TYPE LINGUISTIC_TYPE_ID="ujaran" TIME_ALIGNABLE="true"/>
<LINGUISTIC_TYPE LINGUISTIC_TYPE_ID="bebas" CONSTRAINTS="Symbolic_Association" TIME_ALIGNABLE="false"/>
<LINGUISTIC_TYPE LINGUISTIC_TYPE_ID="kata" CONSTRAINTS="Symbolic_Subdivision" TIME_ALIGNABLE="false"/>
</ANNOTATION_DOCUMENT>"""


def test_tiers_are_speakers_and_what_stands_beside_the_words_is_labelled() -> None:
    reading = read_bytes(ELAN.encode(), "w.eaf")
    told = [
        (reading.text[b.start : b.end], b.speaker, b.label, b.begin, b.finish)
        for b in reading.blocks
    ]
    # The slot without a time lies halfway between its neighbours.
    assert told == [
        ("Apa kabar 😀?", "Rina", None, 100, 500),
        ("How are you?", "Rina", "P-en", 100, 500),
        ("Baik", "Ge", None, 500, 900),
    ]
    assert reading.metadata == {"media": "wawancara.wav"}
    assert [(one.code, one.where) for one in reading.problems] == [
        ("tiers-left-out", "Ge-kata"),
        ("no-time", ""),
    ]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"<x/>", "corrupt"),
        (ELAN[:900].encode(), "corrupt"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><ANNOTATION_DOCUMENT/>', "hostile-xml"),
        (b"<ANNOTATION_DOCUMENT/>", "empty"),
    ],
)
def test_what_is_no_transcript_is_refused(body: bytes, code: str) -> None:
    with pytest.raises(UnreadableSource) as caught:
        read_bytes(body, "w.eaf")
    assert caught.value.code == code


def test_a_tier_that_depends_on_itself_holds_nobody() -> None:
    round_ = ELAN.replace('TIER_ID="P">', 'PARENT_REF="P-en" TIER_ID="P">')
    assert read_bytes(round_.encode(), "w.eaf").text == "Baik"
