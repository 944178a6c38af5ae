"""A study whose words are counted, and the hits of the queries behind cells."""

from __future__ import annotations

from pathlib import Path

from jejak.model.shape import Matrix
from jejak.services.incoming import ImportOptions
from jejak.study import Study, create_study
from support.made_once import made_once

_TALKS = {
    "W-01": "P: Akun apa?\nSari: Akun baru, akunnya baru lagi 😀 akun baru!\nP: Akun-akun lama?\n"
    "Sari: Saya hapus akun lama. Saya takut.\n",
    "W-02": "P: Takut?\nBudi: Tidak takut, murah. #akun murah\nP: Kenapa?\nBudi: Karena murah, ya\nmurah.\n",
    "W-03": "P: Halo.\nRatih: Akun baru murah; akun saya hapus.\nP: Lagi?\nRatih: Lagi lagi.\n",
}


@made_once
def talked_study(folder: Path) -> Study:
    """Three talks of three participants with a role, notes of nobody's, and three codings."""
    study = create_study(folder / "words.jejak", "Kata", user="Rina")
    for name, text in _TALKS.items():
        file = folder / f"{name}.txt"
        file.write_text(text, encoding="utf-8")
        study.sources.add([file])
    notes = folder / "Catatan.txt"
    notes.write_text("Akun baru; 漢字 dan akun baru akun.\nBaru.", encoding="utf-8")
    study.sources.add([notes], ImportOptions(kind="observation"))
    for speaker, role in (("Sari", "penjual"), ("Budi", "pembeli"), ("Ratih", "penjual")):
        case = study.cases.add(speaker)
        study.cases.tie_speaker(case, speaker)
        study.cases.set_attributes(case, {"peran": role})
    study.codebook.add("Takut")
    study.codebook.add("Murah")
    for source, quote, name in (
        ("W-01", "akun lama. Saya takut", "Takut"),
        ("W-02", "takut, murah", "Murah"),
        ("W-03", "baru murah; akun", "Murah"),
    ):
        found = study.sources.get(source)
        study.coding.apply(found, *study.coding.locate(found, quote), [name])
    return study


def hits(study: Study, query: str) -> int:
    """How many places a query finds."""
    return study.retrieval.find(query).total


def counted(study: Study, matrix: Matrix, of: str = "frequency") -> dict[tuple[int, int], float]:
    """The cells (or their ``of`` measure) whose number is not what their query finds."""
    wrong = {}
    for place, cell in matrix.cells.items():
        number = matrix.measures[of].get(place) if of in matrix.measures else cell.value
        if cell.query and number is not None and hits(study, cell.query) != number:
            wrong[place] = number
    return wrong
