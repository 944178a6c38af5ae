from __future__ import annotations

import pytest

from jejak.web.file_names import clean_file_name, is_name


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("S-01.txt", "S-01.txt"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\Rina\\S-01.docx", "S-01.docx"),
        ("folder/ wawancara é.txt ", "wawancara é.txt"),
        ("a\0b\n\u202ec.txt", "abc.txt"),
        ("..", "unnamed"),
        ("", "unnamed"),
        ("x" * 300 + ".txt", "x" * 196 + ".txt"),
    ],
)
def test_a_file_s_name_is_a_name_and_no_path(given: str, kept: str) -> None:
    assert clean_file_name(given) == kept


@pytest.mark.parametrize("name", ["a.txt", ".front", "Catatan...", "é 研究", "a‌b"])
def test_what_is_a_name(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize("name", ["", ".", "..", ".. ", " ", "a\0b", "a\u202eb", "a\nb"])
def test_what_is_none(name: str) -> None:
    assert not is_name(name)
