"""Names of files that every system takes, each once."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from jejak.formats.plain.layout import RECORDS, FileNames
from jejak.model.identity import new_guid

TRICKY = st.sampled_from(
    ["", ".", "..", "CON", "con.txt", "a/b", "a\\b", "A", "a", "é", "e\u0301", "\0", "a\nb", " x ", "x.", ".git",
     "😀" * 100, "ﬁ", "fi", 'a"<>|?*:', "aux"]
)  # fmt: skip


@given(st.lists(TRICKY | st.text(max_size=200), max_size=20))
def test_names_are_safe_and_each_is_given_once(wanted: list[str]) -> None:
    names = FileNames()
    given = [names.give(name, new_guid()) for name in wanted]
    assert len({unicodedata.normalize("NFC", name).casefold() for name in given}) == len(given)
    for name in given:
        assert 0 < len(name.encode()) <= 140
        assert not set('<>:"/\\|?*') & set(name)
        assert name == name.strip(" .")
        assert all(unicodedata.category(sign)[0] != "C" for sign in name)
        assert name.split(".")[0].casefold() not in {"con", "aux", "nul", "prn", "com1"}


def test_a_name_says_what_it_is_of_and_is_the_same_each_time() -> None:
    assert FileNames().give("Wawancara Budi: 1/2", "x") == "Wawancara Budi_ 1_2"
    first, guid = FileNames(), "01a23169-6aa3-7f89-9c6d-9af63baa89fd"
    assert first.give("A", new_guid()) == "A"
    assert first.give("a", guid) == "a~9af63baa89fd"


def test_each_kind_has_a_file_of_its_own() -> None:
    assert len(set(RECORDS.values())) == len(RECORDS)
