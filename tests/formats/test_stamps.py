"""Time stamps of f4, at the end or the beginning of what is said, in any format."""

from __future__ import annotations

from jejak.formats.reading import read_bytes

AT_THE_END = (
    "I: Apa kabar? #00:00:03-2#\n\nB: Baik 😀, lelah. #00:00:12-7#\n\n"
    "I: Mengapa? #00:00:14-0#\n\nB: Kerja. #01:00:20-0#\n"
)


def test_a_stamp_behind_the_words_is_when_they_end() -> None:
    reading = read_bytes(AT_THE_END.encode(), "f4.txt")
    assert reading.text == AT_THE_END
    assert [(b.speaker, b.begin, b.finish) for b in reading.blocks] == [
        ("I", 0, 3200), ("B", 3200, 12700), ("I", 12700, 14000), ("B", 14000, 3_620_000),
    ]  # fmt: skip


def test_a_stamp_before_the_words_is_when_they_begin() -> None:
    text = "#00:00:01-2# I: Apa?\n#00:00:03-0# B: Ya\n#00:00:09-0# I: Oke\n"
    assert [(b.speaker, b.begin, b.finish) for b in read_bytes(text.encode(), "f4.txt").blocks] == [
        ("I", 1200, 3000), ("B", 3000, 9000), ("I", 9000, None),
    ]  # fmt: skip


def test_rich_text_and_words_of_nobody_have_them_too() -> None:
    rich = rb"{\rtf1\ansi Satu. #00:00:02-0#\par\par Dua.\par\par Tiga. #00:00:09-5#\par}"
    reading = read_bytes(rich, "f4.rtf")
    # The second ends with the third: when the third begins nobody wrote down.
    assert [(b.begin, b.finish) for b in reading.blocks] == [(0, 2000), (2000, 9500), (None, None)]


def test_one_stamp_alone_tells_nothing() -> None:
    (block,) = read_bytes(b"Kata #00:00:02-0# saja.\n", "a.txt").blocks
    assert (block.begin, block.finish) == (None, None)
