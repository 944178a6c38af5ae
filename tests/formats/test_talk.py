from __future__ import annotations

import pytest

from jejak.formats.turns import find_turns

INTERVIEW = """P: Pakai akun apa?
G: Akun baru.
P: Tidak takut?
G: Takut.
"""
WITHOUT_QUESTIONS = "".join(
    f"{'Rina' if n % 2 else 'Budi'}: kalimat nomor {n} dari percakapan\n" for n in range(12)
)
FOCUS_GROUP = "".join(
    f"{'ABCD'[n % 4]}{n % 3}: {'Menurut saya begitu.' if n % 2 else 'Bagaimana?'}\n"
    for n in range(36)
)
LICENCE = """Format: https://example.org/
Upstream-Name: thing

Files: *
Copyright: 2020 Someone
License: MIT
 Permission is granted
 to anybody.

Files: debian/*
Copyright: 2021 Someone
License: MIT
"""
FUNCTIONS = """Function: open

Opens a thing.

name: the name of it
mode: how to open it
Returns: the thing

Function: close

thing: the thing
Returns: nothing
Author: Someone Else
"""
STAMPED = """[00:00:01] Files: satu
[00:00:04] Copyright: dua
[00:00:09] License: tiga
[00:00:11] Files: empat
"""


@pytest.mark.parametrize("text", [INTERVIEW, WITHOUT_QUESTIONS, FOCUS_GROUP, STAMPED])
def test_people_who_talk_are_heard(text: str) -> None:
    blocks = find_turns(text)
    assert len(blocks) == text.count("\n")


@pytest.mark.parametrize("text", [LICENCE, FUNCTIONS, "Note: a\nNote: b\nSee: c\nNote: d\n"])
def test_lists_and_definitions_are_no_talk(text: str) -> None:
    assert find_turns(text) == ()
