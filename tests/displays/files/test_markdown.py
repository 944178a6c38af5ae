from __future__ import annotations

from jejak.displays.files import shape_bytes
from jejak.testing import example_corpus
from support.corpora import Row, corpus
from support.displays import computed


def test_a_table_with_its_caption() -> None:
    text = shape_bytes(computed(example_corpus(30), "code-frequencies"), ".md", "id").decode()
    lines = text.splitlines()
    assert lines[0] == "## Frekuensi kode: Kasus"
    assert lines[2].startswith("| Kode | A | B |")
    assert any(line.startswith("| \u2003One |") for line in lines)
    assert any(line.startswith("| =Three\\|3 |") for line in lines)
    assert any(line.startswith("| **Semua kode yang tampil") for line in lines)
    assert "- Isi sel: jumlah pengodean." in lines


def test_marked_cells_have_a_star_and_what_it_means() -> None:
    study = corpus([Row(0, 0, 1, code=1), *(Row(0, n, n + 1, code=3) for n in range(6))])
    text = shape_bytes(computed(study, "code-cooccurrence"), ".md", "en").decode()
    assert "1\\*" in text
    assert "- \\* One code is used" in text
