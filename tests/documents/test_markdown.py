from __future__ import annotations

from markdown_it import MarkdownIt

from jejak.documents.markdown import as_markdown
from support.documents import HOSTILE, everything, thesis


def test_words_stay_words_whatever_signs_they_hold() -> None:
    text = as_markdown(everything()).decode()
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    inline = [child for token in tokens for child in token.children or ()]
    assert not [c for c in inline if c.type == "html_inline" and "script" in c.content]
    assert any(HOSTILE in "".join(c.content for c in t.children or ()) for t in tokens)


def test_a_line_that_looks_like_a_list_is_none() -> None:
    text = as_markdown(everything("- satu\n2. dua")).decode()
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    heads = [tokens[n + 1].content for n, t in enumerate(tokens) if t.type == "heading_open"]
    assert heads[0] == r"\- satu 2. dua"
    rows = [tokens[n + 1] for n, t in enumerate(tokens) if t.type == "td_open"]
    assert "satu" in rows[0].content


def test_tables_marks_and_quotations_are_readable() -> None:
    text = as_markdown(everything("kata")).decode()
    assert "| Code | n |\n| --- | ---: |" in text
    assert "◐ weak" in text
    assert "> **G:** Sebelum **kata** sesudah" in text
    assert "*Chart of it*" in text


def test_notes_works_and_lists_are_there() -> None:
    text = as_markdown(thesis("kata")).decode()
    assert "Said before[^1] and [(Sari, 2019)](#work-1)" in text
    assert "[^1]: A note: kata\n\n[^2]: Another note" in text
    assert '- <a id="work-1"></a>Sari, A. (2019). *kata*' in text
    assert "- [Table 2. A table](#table-2)" in text
    assert "### 1.1 F1 · A case" in text
    assert "*Meaning kata*" in text
