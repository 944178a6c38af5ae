"""No report tells through a finding, its scope or its checks what attributes that stay say of whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from jejak.model import Attribute
from jejak.study import Study
from support.studies import small_study

SPEAKERS = {"Orang G": "G", "Orang P": "P", "Orang DS": "DS"}
ROLES = ("penjual", "pembeli", "penjual")
LEVELS = ("rendah", "tinggi", "sedang")
_SCOPES = ("case.peran = penjual", "in set:Penjual", 'case in ("Orang G") or in set:Penjual')
_QUERIES = ("case.peran = penjual", "in set:Penjual", "code:Anonim and in set:Penjual")
_VARIES = re.compile(
    r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32,}|[0-9a-f]{8}(?=\W)|\d\d[:.]\d\d"
)


def _peopled(folder: Path, turn: int) -> Study:
    """Three people who differ between two studies in nothing but who has which role and level."""
    study = small_study(folder)
    study.attributes.add("peran", "list", options=["penjual", "pembeli"])
    study.attributes.add("tingkat", "rating", options=["rendah", "sedang", "tinggi"])
    for at, (name, speaker) in enumerate(SPEAKERS.items()):
        case = study.cases.add(name)
        study.cases.tie_speaker(case, speaker)
        study.cases.set_attributes(
            case, {"peran": ROLES[(at + turn) % 3], "tingkat": LEVELS[(at + turn) % 3]}
        )
    study.sets.add("Penjual", "case", query="case.peran = penjual")
    source = study.sources.get("S-01")
    for words, code in (("Pakai akun apa", "Anonim"), ("Saya juga", "Murah"), ("Takut", "Anonim")):
        study.coding.apply(source, *study.coding.locate(source, words), [code])
    hidden = [a.guid for a in study.store.all(Attribute) if a.name in ("peran", "tingkat")]
    study.about.set_privacy(hidden=hidden)
    return study


@pytest.fixture
def turned(tmp_path: Path) -> Iterator[tuple[Study, Study]]:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
    with _peopled(tmp_path / "one", 0) as one, _peopled(tmp_path / "other", 1) as other:
        yield one, other


def _found(study: Study, scope: str = "", **tested: Mapping[str, Any]) -> None:
    finding = study.findings.add("Semua orang hati-hati.", codes=["Anonim"], scope=scope)
    source = study.sources.get("S-01")
    start, end = study.coding.locate(source, "Pakai akun apa")
    study.findings.add_evidence(finding, source=source, start=start, end=end)
    for kind, values in tested.items():
        study.verification.add(finding, kind, **values)


def _told(study: Study) -> str:
    """What the report tells of the findings, without what differs from any study to any other."""
    html = study.reports.html("en", ["findings", "limits"])
    return _VARIES.sub("…", html.partition("<main")[2])


def _equal(turned: tuple[Study, Study]) -> str:
    one, other = map(_told, turned)
    assert one == other
    return one


@pytest.mark.parametrize("scope", _SCOPES)
def test_whom_a_finding_speaks_about_stays_where_an_attribute_that_stays_decides_it(
    turned: tuple[Study, Study], scope: str
) -> None:
    for study in turned:
        _found(study, scope)
    told = _equal(turned)
    assert "decided by something that stays in the study" in told
    assert "no evidence comes from" not in told
    assert "penjual" not in told.casefold()


@pytest.mark.parametrize("query", _QUERIES)
@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("rule", {"condition": "{}", "consequence": "code:Anonim"}),
        ("rule", {"condition": "code:Anonim", "consequence": "{}"}),
        ("quantity", {"phrase": "semua", "query": "{}", "low": 1.0}),
        ("quantity", {"phrase": "semua", "query": "code:Anonim", "base": "{}", "low": 1.0}),
        ("search", {"query": "{}", "inspected": 4, "found": 1}),
    ],
)
def test_checks_that_count_by_it_are_not_told(
    turned: tuple[Study, Study], query: str, kind: str, fields: dict[str, Any]
) -> None:
    for study in turned:
        values = {
            name: value.format(query) if isinstance(value, str) else value
            for name, value in fields.items()
        }
        _found(study, **{kind: values})
    told = _equal(turned)
    assert "rests on something that stays in the study" in told
    assert "penjual" not in told.casefold()


def test_a_rating_named_by_its_guid_asks_for_what_it_rates(turned: tuple[Study, Study]) -> None:
    study, _ = turned
    rating = study.ratings.rate("Orang G", "tingkat", "rendah")
    query = f"rating:{rating.guid}"
    _found(study, rule={"condition": query, "consequence": "code:Anonim"})
    assert rating.guid not in study.reports.html("en", ["findings"])
    assert rating.guid not in study.retrieval.content(f"code:* or {query}", ".md").decode()


def test_a_finding_about_everybody_is_told_as_it_is(turned: tuple[Study, Study]) -> None:
    for study in turned:
        _found(study, rule={"condition": 'case in ("Orang G")', "consequence": "code:Anonim"})
    told = _equal(turned)
    assert "stays in the study" not in told
    assert "Orang DS" in told


def test_what_was_judged_of_a_check_that_stays_is_told(turned: tuple[Study, Study]) -> None:
    study, _ = turned
    _found(study, "case.peran = penjual")
    study.findings.judge(study.findings.get("F1"), "participants", "holds", "Cukup.")
    assert "Cukup." in study.reports.html("en", ["findings"])
