from __future__ import annotations

import pytest

from jejak.errors import UnreadableSource
from jejak.formats.reading import read_bytes

LONG = """File type = "ooTextFile"
Object class = "TextGrid"

xmin = 0
xmax = 2.3
tiers? <exists>
size = 3
item []:
    item [1]:
        class = "IntervalTier"
        name = "Rina"
        xmin = 0
        xmax = 2.3
        intervals: size = 2
        intervals [1]:
            xmin = 0
            xmax = 1.2345
            text = "Kata ""baik"" 1 <exists> 😀"
        intervals [2]:
            xmin = 1.2345
            xmax = 2.3
            text = ""
    item [2]:
        class = "TextTier"
        name = "gerak"
        xmin = 0
        xmax = 2.3
        points: size = 1
        points [1]:
            number = 1.5
            mark = "angguk"
    item [3]:
        class = "IntervalTier"
        name = "Rina - phones"
        xmin = 0
        xmax = 2.3
        intervals: size = 1
        intervals [1]:
            xmin = 0
            xmax = 2.3
            text = "k"
"""
SHORT = """File type = "ooTextFile"
Object class = "TextGrid"

0
2.3
<exists>
1
"IntervalTier"
"Rina"
0
2.3
1
0
2.3
"Halo"
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
def test_the_long_form_in_every_encoding(encoding: str) -> None:
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    reading = read_bytes(mark + LONG.encode(encoding), "a.TextGrid")
    told = [(reading.text[b.start : b.end], b.speaker, b.begin, b.finish) for b in reading.blocks]
    assert told == [
        ('Kata "baik" 1 <exists> 😀', "Rina", 0, 1234),
        ("angguk", "gerak", 1500, 1500),
    ]
    assert [one.code for one in reading.problems] == ["tiers-left-out"]


def test_the_short_form() -> None:
    reading = read_bytes(SHORT.encode(), "a.TextGrid")
    assert (reading.text, reading.speakers, reading.blocks[0].finish) == ("Halo", ("Rina",), 2300)


def test_words_stand_where_nothing_has_them_as_a_whole() -> None:
    body = SHORT.replace('"Rina"', '"Rina - words"')
    assert read_bytes(body.encode(), "a.TextGrid").text == "Halo"


@pytest.mark.parametrize("cut", [60, 200, 400, len(LONG) - 40])
def test_a_part_of_a_file_is_refused(cut: int) -> None:
    with pytest.raises(UnreadableSource) as caught:
        read_bytes(LONG[:cut].encode(), "a.TextGrid")
    assert caught.value.code == "corrupt"


def test_a_number_without_end_is_refused() -> None:
    with pytest.raises(UnreadableSource):
        read_bytes(SHORT.replace("\n0\n2.3\n1\n", "\n0\n2.3\n1e999\n").encode(), "a.TextGrid")
