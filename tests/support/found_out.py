"""A study with three people who talk, and findings about what they say."""

from __future__ import annotations

from pathlib import Path

from jejak.model import Finding, Relation, User
from jejak.study import Study, create_study
from support.made_once import made_once

TALKS = {
    "W-01": "P: Bagaimana?\nA: Murah sekali rasanya. Tidak ada yang tahu nama saya.\nP: Begitu?\nA: Ya, begitu.\n",
    "W-02": "P: Bagaimana?\nB: Murah, seharga kopi. Tapi nama saya ketahuan.\nP: Begitu?\nB: Ya, begitu.\n",
    "W-03": "P: Bagaimana?\nC: Saya tidak tahu soal itu.\nP: Begitu?\nC: Ya, begitu.\n",
}


@made_once
def talked_study(folder: Path) -> Study:
    """Cases A, B and C with a talk each; A and B are coded by Rina, A by Bayu as well."""
    study = create_study(folder / "talks.jejak", "Bicara", questions=["Mengapa?"], user="Rina")
    bayu = User(name="Bayu", initials="BY")
    with study.change("People") as change:
        change.add(bayu)
    for name, text in TALKS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        study.sources.add([folder / f"{name}.txt"])
    for name in "ABC":
        study.cases.tie_speaker(study.cases.add(name), name)
    study.codebook.add("Harga")
    study.codebook.add("Murah", parent="Harga")
    study.codebook.add("Anonim")
    code(study, "W-01", "Murah sekali", "Murah")
    code(study, "W-01", "Murah sekali", "Murah", user=bayu.guid)
    code(study, "W-02", "seharga kopi", "Harga")
    code(study, "W-01", "Tidak ada yang tahu nama saya", "Anonim")
    code(study, "W-02", "nama saya ketahuan", "Anonim")
    return study


def code(study: Study, source: str, quote: str, name: str, **more: str) -> None:
    there = study.sources.get(source)
    study.coding.apply(there, *study.coding.locate(there, quote), [name], **more)


def weigh(study: Study, finding: Finding, source: str, quote: str, **more: object) -> str:
    """A quote as evidence; its GUID."""
    there = study.sources.get(source)
    start, end = study.coding.locate(there, quote)
    return study.findings.add_evidence(finding, source=there, start=start, end=end, **more).guid


def tie(study: Study, one: str, other: str) -> None:
    """Say that two cases know each other."""
    ends = {"origin": study.cases.get(one).guid, "target": study.cases.get(other).guid}
    with study.change("Tie") as change:
        change.add(Relation(type="knows", origin_kind="case", target_kind="case", **ends))
