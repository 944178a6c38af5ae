"""Small studies in real files."""

from __future__ import annotations

from pathlib import Path

from jejak.model import KINDS, Record
from jejak.store import Store
from jejak.study import Study, create_study

TALK = """P: Pakai akun apa?
G: Bikin akun baru lagi 😀, gampang.
P: Tidak takut ketahuan?
G: Takut, tapi namanya palsu.
DS: Saya juga pakai akun palsu.
"""


def small_study(folder: Path) -> Study:
    """A study with one talk, two codes in a folder and two codings by Rina."""
    file = folder / "S-01.txt"
    file.write_text(TALK, encoding="utf-8")
    study = create_study(folder / "small.jejak", "Kecil", questions=["Mengapa?"], user="Rina")
    study.sources.add([file])
    study.codebook.add("Triple-A", codable=False)
    study.codebook.add("Anonim", parent="Triple-A")
    study.codebook.add("Murah", parent="Triple-A")
    source = study.sources.get("S-01")
    study.coding.apply(source, *study.coding.locate(source, "Bikin akun baru lagi 😀"), ["Murah"])
    study.coding.apply(source, *study.coding.locate(source, "namanya palsu"), ["Anonim"], weight=70)
    return study


def everything(store: Store) -> dict[str, dict[str, Record]]:
    """Every entity of a study by kind and GUID."""
    return {
        kind: {entity.guid: entity for entity in store.all(record)}
        for kind, record in KINDS.items()
    }
