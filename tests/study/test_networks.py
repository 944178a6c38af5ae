from __future__ import annotations

from pathlib import Path

import pytest

from jejak.errors import InvalidInput, NotFound
from support.studies import small_study


def test_a_network_is_drawn_checked_and_read_as_a_table(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        why = study.networks.make("Mengapa", case=study.cases.add("Gita").name)
        assert study.networks["mengapa"] == why == study.networks[why.guid]
        why.add_box("Takut", study.codes["Anonim"], level="high")
        why.add_box("Akun baru")
        arrow = why.connect("takut", "Akun baru", "+", strength=2, label="karena")
        assert [flaw.check for flaw in why.check()] == ["no evidence"]
        why.rest_on(arrow, study.sources["S-01"], 3, 8)
        assert why.check() == []
        assert why.rows() == [
            {"origin": "Takut", "target": "Akun baru", "sign": "+", "strength": 2,
             "label": "karena", "note": "", "evidence": 1}
        ]  # fmt: skip
        assert why.boxes == ["Takut", "Akun baru"]
        assert why.save(tmp_path / "n.md").read_text("utf-8").count("Akun baru") == 2
        with pytest.raises(NotFound, match="no box"):
            why.connect("Takut", "Akun lama")
        assert study.networks.rows() == [
            {"name": "Mengapa", "kind": "causal-network", "boxes": 2, "arrows": 1, "to look at": 0}
        ]
        why.remove()
        assert len(study.networks) == 0


def test_arrows_come_from_a_table(tmp_path: Path) -> None:
    file = tmp_path / "panah.csv"
    file.write_text(
        "sebab;akibat;tanda;kekuatan;kata\nTakut;Akun baru;+;kuat;karena\n"
        "Akun baru;Reputasi;negatif;;\nTakut;akun baru;-;;\nSendiri;;;;\n",
        encoding="utf-8",
    )
    with small_study(tmp_path) as study:
        why = study.networks.make("Mengapa")
        head = study.store.head
        assert why.extend(file) == (4, 2)
        assert study.store.head == head + 1
        assert [(row["sign"], row["strength"]) for row in why.rows()] == [("+", 3), ("-", None)]
        places = {(node.x, node.y) for node in why.drawn.nodes}
        assert len(places) == 4
        assert why.extend([{"origin": "Reputasi", "target": "Takut"}]) == (0, 1)
        why.arrange()
        for rows, wrong in (
            ([{"a": "b"}], "origin"),
            ([{"origin": "a", "target": "b", "sign": "?"}], "Row 1"),
            ([{"origin": "a", "target": "b", "strength": 9}], "strength"),
        ):
            with pytest.raises(InvalidInput, match=wrong):
                why.extend(rows)
