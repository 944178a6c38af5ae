"""A small study with events and ratings, for displays of them."""

from __future__ import annotations

from pathlib import Path

from jejak.model.shape import Matrix
from jejak.study import Study
from support.made_once import made_once
from support.studies import small_study

__all__ = ["eventful_study", "words"]


@made_once
def eventful_study(folder: Path) -> Study:
    """Two cases with paths that meet and part; an event without a date; ratings with a gap."""
    study = small_study(folder)
    for name in ("漢", "Gita", "Desi"):
        study.cases.add(name)
    add = study.events.add
    add("Akun", date="2019", kind="mulai", actors=["Gita"], shown=[("S-01", 0, 10)])
    add("Akun", date="2019-05", kind="mulai", actors=["Desi"])
    add("Blokir", date="2020-02", kind="blokir", actors=["Gita", "Desi"], critical=True,
        impact="Semua hilang.", place="Cuapan", shown=[("S-01", 3, 9), ("S-01", 20, 30)])  # fmt: skip
    add("Kembali", date="2020-03/2021", kind="mulai", actors=["Gita"])
    add("Entah", kind="lain", actors=["Desi"])
    add("Razia", date="../2018")
    study.ratings.add_variable("Risiko", ["rendah", "sedang", "tinggi"])
    study.ratings.add_variable("Rugi", ["kecil", "besar"])
    study.ratings.rate("Gita", "Risiko", "rendah", date="2019", shown=[("S-01", 0, 10)])
    study.ratings.rate("Gita", "Risiko", "tinggi", date="2020-03/..", note="sesudah blokir")
    study.ratings.rate("Desi", "Risiko", "sedang", date="2020")
    study.ratings.rate("Gita", "Rugi", "besar", shown=[("S-01", 3, 9)])
    return study


def words(matrix: Matrix) -> dict[tuple[str, str], str]:
    """What is said in each cell, by the names of its row and column."""
    found = {}
    for (row, column), parts in matrix.said.items():
        key = str(matrix.rows[row].label), str(matrix.columns[column].label)
        found[key] = "; ".join(map(str, parts))
    return found
