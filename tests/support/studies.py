"""Small studies in real files."""

from __future__ import annotations

from pathlib import Path

from jejak.model import KINDS, Attribute, Record
from jejak.store import Store
from jejak.study import Study, create_study
from support.made_once import made_once

TALK = """P: Pakai akun apa?
G: Bikin akun baru lagi 😀, gampang.
P: Tidak takut ketahuan?
G: Takut, tapi namanya palsu.
DS: Saya juga pakai akun palsu.
"""


@made_once
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
    with store.read() as rows:
        return {
            kind: {entity.guid: entity for entity in rows.each(record)}
            for kind, record in KINDS.items()
        }


NAMED = """Pewawancara: Siapa Budi?
Budi Santoso: Saya Budi Santoso dari Bandung.
Pewawancara: Dan Bu Sari Dewi itu?
Budi Santoso: Bu Sari Dewi menjual, budi yang membeli 😀.
"""


@made_once
def named_study(folder: Path) -> Study:
    """A study in which people speak under their real names, with an attribute that is hidden."""
    file = folder / "T.txt"
    file.write_text(NAMED, encoding="utf-8")
    study = create_study(folder / "named.jejak", "Tentang Budi Santoso", user="Rina")
    study.sources.add([file])
    for name, real in (("M-1", "Budi Santoso"), ("W-2", "Sari Dewi")):
        case = study.cases.add(name)
        study.cases.tie_speaker(case, real)
        study.cases.set_attributes(case, {"upah": f"rahasia-{name}", "peran": "penjual"})
    hidden = [one.guid for one in study.store.all(Attribute) if one.name == "upah"]
    study.about.set_privacy(hidden=hidden)
    study.codebook.add("Membeli")
    source = study.sources.get("T")
    for words in ("Saya Budi Santoso dari Bandung", "budi yang membeli 😀"):
        study.coding.apply(source, *study.coding.locate(source, words), ["Membeli"])
    return study


def files_of(folder: Path) -> dict[str, bytes]:
    """What is in the files of a folder, by their path in it; what git keeps there aside."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    inside = ((path.relative_to(folder), path) for path in found)
    return {str(name): path.read_bytes() for name, path in inside if name.parts[0] != ".git"}
