from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import jejak
from jejak.errors import InvalidInput
from jejak.formats.refi_codebook import (
    described,
    fields_of,
    read_refi_codebook,
    refi_codebook_bytes,
)
from jejak.model import Code
from support.commands import call
from support.studies import small_study

HEADINGS = ("Brief definition:", "When to use:", "Example:", "\\Example:", "Full definition: x")
LINES = st.sampled_from(HEADINGS) | st.text(
    st.characters(exclude_categories=["Cs", "Cc"]), max_size=9
)
TEXTS = st.lists(LINES, max_size=3).map("\n".join)

# As ATLAS.ti writes one: an older namespace, capital letters, no colours, and groups of codes.
ATLAS = """<?xml version="1.0" encoding="utf-8"?>
<CodeBook origin="ATLAS.ti" xmlns="urn:QDA-XML:codebook:0:4">
  <Codes>
    <Code guid="2CE89C66-C28D-473B-B5C4-6CF87D20EF04" name="Uang" isCodable="true" />
    <Code guid="{1B123EC4-7A16-4189-BAB2-74D37FC18BE8}" name="Tempat" isCodable="false" color="#F0a">
      <Code guid="nothing" name="di/luar" isCodable="1"><Description>Di luar rumah.</Description></Code>
      <Code guid="6305160D-88CA-48AD-AAAF-07397BA748E8" name="Di/Luar" color="red" />
    </Code>
  </Codes>
  <Sets><Set name="Semua" guid="D79FC877-F071-4117-8D25-235AA1062A44">
    <MemberCode guid="2CE89C66-C28D-473B-B5C4-6CF87D20EF04" /></Set></Sets>
</CodeBook>
"""


@dataclass
class Told:
    short: str
    definition: str
    when_to_use: str
    when_not_to_use: str
    examples: tuple[str, ...]


@given(st.builds(Told, TEXTS, TEXTS, TEXTS, TEXTS, st.lists(TEXTS.filter(bool)).map(tuple)))
def test_what_is_said_of_a_code_comes_back_from_one_description(told: Told) -> None:
    assert fields_of(described(told)) == vars(told)


def test_a_codebook_of_another_program_is_read_as_it_is() -> None:
    codes = read_refi_codebook(ATLAS.encode())
    assert [(one.above, one.name, one.colour, one.codable) for one in codes] == [
        ((), "Uang", "", True),
        ((), "Tempat", "#FF00aa", False),
        (("Tempat",), "di/luar", "", True),
        (("Tempat",), "Di/Luar (2)", "", True),
    ]
    assert codes[1].guid == "1b123ec4-7a16-4189-bab2-74d37fc18be8"
    assert (codes[2].guid, fields_of(codes[2].description)["definition"]) == ("", "Di luar rumah.")


def test_the_same_codes_are_the_same_bytes_whatever_they_say() -> None:
    odd = Code(name="A & <B> “C” 😀", definition="satu\r\ndua\ttiga")
    body = refi_codebook_bytes([odd])
    assert body == refi_codebook_bytes([odd])
    (back,) = read_refi_codebook(body)
    assert (back.guid, back.name, back.description) == (odd.guid, odd.name, odd.definition)
    with pytest.raises(InvalidInput, match=r"U\+0007"):
        refi_codebook_bytes([Code(name="A", definition="\x07")])


def test_a_code_is_the_same_wherever_it_stands_now(tmp_path: Path) -> None:
    small_study(tmp_path).close()
    study, book = tmp_path / "small.jejak", tmp_path / "book.qdc"
    assert call("codebook", study, "-o", book).code == 0
    call("new", tmp_path / "other.jejak", "--title", "Lain")
    assert call("codebook", tmp_path / "other.jejak", "--apply", book).code == 0
    with jejak.open(study) as one, jejak.open(tmp_path / "other.jejak") as other:
        before = {code.guid: code.name for code in one.codes}
        assert {code.guid: code.name for code in other.codes} == before
        one.codes["Anonim"].update(name="Tak dikenal")
    assert call("codebook", study, "--apply", book).err == "0 codes made, 0 filled.\n"
