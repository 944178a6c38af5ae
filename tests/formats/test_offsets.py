from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jejak.formats.offsets import Offsets, units_of

_RAW = st.text("a😀\r\né\ufeff", max_size=20)


@given(raw=_RAW)
def test_every_stretch_keeps_its_words(raw: str) -> None:
    offsets = Offsets(raw)
    bare = raw.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    assert offsets.text == bare
    for unit, size in (("points", len), ("utf16", lambda text: len(text.encode("utf-16-le")) // 2)):
        for at in range(len(raw) + 1):
            before = raw[:at].removeprefix("\ufeff")
            if raw[at - 1 : at + 1] == "\r\n":
                continue
            kept = before.replace("\r\n", "\n").replace("\r", "\n")
            assert offsets.text[: offsets.place(size(raw[:at]), unit)] == kept
        # What lies outside stays outside.
        assert offsets.place(size(raw) + 3, unit) == len(bare) + 3
        assert offsets.place(-2, unit) == -2


def test_words_tell_the_units() -> None:
    offsets = Offsets("😀😀 kata")
    assert units_of([(offsets, [(3, 7, "kata")])], "utf16") == ("points", True)
    assert units_of([(offsets, [(5, 9, "kata")])], "points") == ("utf16", True)
    assert units_of([(offsets, [(0, 1, "zzz")])], "utf16") == ("utf16", False)
