"""Whatever a document says, each file that it is written as says all of it."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import docx
import pypdf
from hypothesis import HealthCheck, Phase, given, settings
from lxml import html as lxml_html

from jejak.documents.document import Document
from jejak.documents.docx import as_word
from jejak.documents.html import as_page
from jejak.documents.latex import as_latex
from jejak.documents.markdown import as_markdown
from jejak.documents.pdf import as_pdf
from support.documents import PNG
from support.examples import examples
from support.random_documents import documents, words_of


def few(n: int) -> Any:
    return settings(
        max_examples=examples(n), deadline=None, derandomize=True, phases=[Phase.generate],
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )  # fmt: skip


def assert_all_there(document: Document, told: str) -> None:
    joined = re.sub(r"[\s\u00ad\u200b-]+", "", told)
    assert [word for word in words_of(document) if word not in joined] == []


def word_text(content: bytes) -> str:
    file = docx.Document(BytesIO(content))
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
    told = [one.text or "" for one in file.element.body.iter(space)]
    for part in file.part.package.iter_parts():
        if part.partname == "/word/footnotes.xml":
            told += re.findall(r"<w:t[^>]*>([^<]*)</w:t>", part.blob.decode())
    return " ".join(told)


@few(25)
@given(documents(PNG))
def test_every_word_is_in_the_page_in_markdown_in_latex_and_in_word(document: Document) -> None:
    page = lxml_html.document_fromstring(as_page(document).decode())
    assert_all_there(document, " ".join(page.itertext()))
    assert_all_there(document, as_markdown(document).decode())
    assert_all_there(document, as_latex(document).decode())
    assert_all_there(document, word_text(as_word(document)))


@few(8)
@given(documents(PNG))
def test_every_word_is_in_the_pdf(document: Document) -> None:
    pages = pypdf.PdfReader(BytesIO(as_pdf(document))).pages
    assert_all_there(document, " ".join(page.extract_text() for page in pages))
