from __future__ import annotations

from dataclasses import replace

from jejak.model.corpus import Texts
from support.corpora import Row, corpus
from support.displays import computed

WORDS = ["satu dua tiga empat", "lima\n enam  tujuh", "delapan"]
STUDY = replace(
    corpus(
        [
            Row(0, 0, 4, case=0),
            Row(0, 0, 4, case=0, coder=1),
            Row(0, 5, 8, case=0, weight=80),
            Row(0, 9, 13, case=0),
            Row(1, 0, 11, case=1),
            Row(2, 0, 7),
        ],
        case_sources=[(0, 0), (1, 1)],
    ),
    texts=Texts.of(WORDS),
)


def quoted(many: str, **settings: object) -> list[list[str]]:
    matrix = computed(STUDY, "matrix", quotes=many, **settings)
    return [[str(quote) for quote in quotes] for _, quotes in sorted(matrix.said.items())]


def test_a_cell_quotes_a_stretch_once_the_heaviest_first_in_the_order_of_the_texts() -> None:
    assert quoted("1", columns=["case"])[0] == ["“dua” (W-01)"]
    assert quoted("3", columns=["case"])[0] == ["“satu” (W-01)", "“dua” (W-01)", "“tiga” (W-01)"]


def test_everybody_is_quoted_before_anybody_is_quoted_twice() -> None:
    assert quoted("3", columns=["study"]) == [
        ["“dua” (W-01)", "“lima enam” (W-02)", "“delapan” (Catatan)"]
    ]


def test_quotations_go_where_their_cells_go() -> None:
    plain = computed(STUDY, "matrix", quotes="2", rows=["case"], columns=["study"])
    turned = computed(
        STUDY, "matrix", quotes="2", rows=["case"], columns=["study"], row_order="-name"
    )
    assert [str(heading.label) for heading in turned.rows] == ["Sari", "Budi"]
    by_key = [
        {(m.rows[r].key, m.columns[c].key): quotes for (r, c), quotes in m.said.items()}
        for m in (plain, turned)
    ]
    assert by_key[0] == by_key[1]
