"""The figures in words, whatever language they are written in and whatever file they stand in."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from itertools import chain

from lxml import etree

from support.report_numbers.page import Grid, Line, Part, Quoted

__all__ = ["of_part", "of_texts", "paragraphs", "texts_of"]

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
APART = re.compile(r"\d+[.:]\d\d[.:]\d\d(?:\s?[AP]M)?|Jejak \d\S+")
FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


def of_texts(texts: list[str], thousand: str = ",") -> Counter[str]:
    """The figures in texts, each as often as it is there; ``thousand`` is what parts thousands. The hour
    of a moment is told in other ways by other languages, and is none, nor is a version of the program."""
    found = chain.from_iterable(FIGURE.findall(APART.sub("", one)) for one in texts)
    return Counter(one.replace(thousand, "").replace(",", ".") for one in found)


def texts_of(part: Part) -> list[str]:
    """All texts of a part of a page."""
    if isinstance(part, Line):
        return [part.text]
    if isinstance(part, Quoted):
        return [part.text, part.told, *part.turns]
    return [part.caption, *part.columns, *chain.from_iterable(part.rows)]


def of_part(part: Part, thousand: str) -> Counter[str]:
    """The figures in a part of a page; of a table the rows may stand in another order."""
    assert isinstance(part, (Grid, Line, Quoted))
    return of_texts(texts_of(part), thousand)


def paragraphs(word: bytes) -> list[str]:
    """The paragraphs of a Word file, without the numbers of lists."""
    document = zipfile.ZipFile(io.BytesIO(word)).read("word/document.xml")
    texts = (
        "".join(one.text or "" if one.tag == f"{WORD}t" else " " for one in p.iter(f"{WORD}t", f"{WORD}br", f"{WORD}tab"))
        for p in etree.fromstring(document).iter(f"{WORD}p")
    )  # fmt: skip
    return [re.sub(r"^\d+\. ", "", one) for one in texts]
