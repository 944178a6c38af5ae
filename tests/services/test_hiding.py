from __future__ import annotations

from pathlib import Path

from jejak.model import Block
from jejak.services.hiding import Hiding
from jejak.services.leaving import Leaving
from jejak.store.correcting import corrected
from support.studies import named_study


def test_names_and_their_parts_give_way_wherever_they_stand(tmp_path: Path) -> None:
    with named_study(tmp_path) as study, study.store.view() as rows:
        hiding = Hiding(rows, Leaving(rows))
        assert hiding.told("Kata Budi Santoso: ya.") == "Kata M-1: ya."
        assert hiding.told("BUDI  santoso, budinya, @Santoso!") == "M-1, M-1, M-1!"
        assert hiding.told("Tidak ada siapa-siapa.") == "Tidak ada siapa-siapa."


def test_who_speaks_is_told_by_pseudonym_or_number(tmp_path: Path) -> None:
    with named_study(tmp_path) as study, study.store.view() as rows:
        hiding = Hiding(rows, Leaving(rows))
        source = study.sources.get("T")
        text = rows.text(source.text)
        told = corrected(text, hiding.edits(text, rows.each(Block, source=source.guid)))
        assert told.startswith("#1: Siapa M-1?\nM-1: Saya M-1 dari Bandung.\n")
        assert "Pewawancara" not in told
        assert "Budi" not in told
        assert hiding.speaker("Budi Santoso", source.guid) == "M-1"
        assert hiding.speaker("P") == "P"
