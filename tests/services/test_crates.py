"""A crate validates, leads from findings to words, and names nobody who is not to be named."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from rdflib.compare import isomorphic
from rocrate.rocrate import ROCrate

from jejak.errors import Conflict, InvalidInput
from jejak.model import Attribute
from jejak.report.crate.composing import METADATA
from jejak.report.crate.vocabulary import CONTEXT
from jejak.study import Study, create_study
from support.crates import as_rdf, official_context, violations
from support.studies import small_study

PREFIXES = """
PREFIX jejak: <https://w3id.org/ro/terms/jejak#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX schema: <http://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Study]:
    """The small study with people whose real names it knows, and a finding weighed and tested."""
    folder = tmp_path_factory.mktemp("crate")
    with small_study(folder) as made:
        file = folder / "S-02.txt"
        file.write_text(
            "Budi Hartono: Ya, Budi Hartono yang bikin akun palsu itu.\nP: Oh.\n"
            "Budi Hartono: Begitu.\nP: Ya.\n"
        )
        for name, speaks, role in (("Ge", "G", "penjual"), ("De", "Budi Hartono", "pembeli")):
            case = made.cases.add(name, attributes={"peran": role, "umur": "23"})
            made.cases.tie_speaker(case, speaks)
            made.cases.record_consent(case, "wawancara", "2020-06-13", "lisan")
        made.add(file, case="De")
        made.references.add(
            {"title": "Tali", "author": [{"family": "Sari"}], "DOI": "10.1000/1"}, "sari"
        )
        finding = made.findings.add(
            "Orang memakai nama palsu.", codes=["Anonim"], question=made.questions[0].guid,
            scope="case in (Ge, De)", rival="Budi Hartono bergurau.",
        )  # fmt: skip
        for name, words, stance in (
            ("S-01", "namanya palsu", "supports"),
            ("S-02", "Hartono yang bikin akun palsu", "supports"),
            ("S-01", "Bikin akun baru lagi 😀", "qualifies"),
        ):
            source = made.sources.get(name)
            start, end = made.coding.locate(source, words)
            made.findings.add_evidence(
                finding, source=source, start=start, end=end, stance=stance, weight=4,
                why="Kata Budi Hartono sendiri.",
            )  # fmt: skip
        made.findings.judge(finding, "participants", "holds", "Cukup.")
        made.findings.update(finding, statement="Orang memakai nama palsu di mana-mana.")
        hidden = next(one for one in made.store.all(Attribute) if one.name == "umur")
        made.about.set_privacy(hidden=[hidden.guid])
        yield made


@pytest.fixture(scope="module")
def crate(study: Study, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return study.crates.write(tmp_path_factory.mktemp("written") / "crate", "en", "CC-BY-4.0")


@pytest.fixture(scope="module")
def told(crate: Path) -> dict[str, Any]:
    return json.loads((crate / METADATA).read_text("utf-8"))


def test_the_validator_of_ro_crate_finds_nothing_wrong(crate: Path) -> None:
    assert violations(crate) == []


def test_the_validator_would_find_what_is_wrong(crate: Path, tmp_path: Path) -> None:
    broken = json.loads((crate / METADATA).read_text("utf-8"))
    broken["@graph"] = [one for one in broken["@graph"] if one["@id"] != "./"]
    (tmp_path / METADATA).write_text(json.dumps(broken))
    assert violations(tmp_path)


def test_the_library_of_ro_crate_reads_it_back(crate: Path) -> None:
    read = ROCrate(crate)
    assert read.name == "Kecil"
    files = {one.id: one["encodingFormat"] for one in read.data_entities}
    assert set(files) == {"report.html", "codebook.yaml", "history.jsonl"}
    assert all(
        (crate / name).stat().st_size == int(read.get(name)["contentSize"]) for name in files
    )
    assert read.license.id == "https://spdx.org/licenses/CC-BY-4.0"


def test_every_term_has_an_address_without_any_network(told: dict[str, Any]) -> None:
    official = json.loads(official_context())["@context"]
    inline = CONTEXT[1]
    assert isinstance(inline, dict)
    for term, address in inline.items():
        if term in official:
            assert official[term] == address, term
    alone, both = as_rdf(told), as_rdf(told, [official, inline])
    assert isomorphic(alone, both)
    assert all(str(predicate).startswith("http") for predicate in alone.predicates())
    unknown = {
        key for node in told["@graph"] for key in node
        if not key.startswith("@") and key not in inline and key.split(":")[0] not in inline
    }  # fmt: skip
    assert unknown == set()


def test_every_reference_leads_to_an_entity(told: dict[str, Any]) -> None:
    there = {node["@id"] for node in told["@graph"]}
    assert len(there) == len(told["@graph"])
    for node in told["@graph"]:
        for name, value in node.items():
            for one in value if isinstance(value, list) else [value]:
                if isinstance(one, dict) and name not in {"conformsTo", "oa:motivatedBy"}:
                    assert one["@id"] in there, (name, one)


def test_from_a_finding_to_the_words_it_rests_on(told: dict[str, Any], study: Study) -> None:
    found = as_rdf(told).query(f"""{PREFIXES}
        SELECT ?words ?start ?source ?who WHERE {{
          ?finding a schema:Claim ; schema:name "F1" ; jejak:supportedBy ?evidence .
          ?evidence a oa:Annotation ; oa:hasTarget ?target ; jejak:speaker/schema:name ?who .
          ?target oa:hasSource/schema:name ?source ; oa:hasSelector ?quote, ?place .
          ?quote oa:exact ?words . ?place oa:start ?start .
        }} ORDER BY ?source""")
    rows = [tuple(value.toPython() for value in row) for row in found]
    start = study.coding.locate(study.sources.get("S-01"), "namanya palsu")[0]
    assert rows[0] == ("namanya palsu", start, "S-01", "Ge")
    assert rows[1][2:] == ("S-02", "De")
    assert rows[1][0].endswith("yang bikin akun palsu")


def test_from_a_finding_to_who_wrote_it_when_and_how_it_was_tested(told: dict[str, Any]) -> None:
    graph = as_rdf(told)
    (made,) = graph.query(f"""{PREFIXES}
        SELECT ?who (COUNT(?later) AS ?laters) WHERE {{
          ?finding schema:name "F1" ; prov:wasGeneratedBy ?change ; prov:wasInfluencedBy ?later .
          ?change a prov:Activity ; prov:wasAssociatedWith/schema:name ?who .
        }} GROUP BY ?who""")
    assert (str(made.who), int(made.laters)) == ("Rina", 1)
    (judged,) = graph.query(f"""{PREFIXES}
        SELECT ?outcome ?words WHERE {{
          ?check schema:itemReviewed/schema:name "F1" ; jejak:tactic "participants" ;
                 jejak:judgement "holds" ; jejak:outcome ?outcome ; schema:reviewBody ?words ;
                 prov:wasGeneratedBy ?change .
        }}""")
    assert str(judged.outcome) == "holds"
    assert "2 independent participants" in str(judged.words)
    (broader,) = graph.query(f"""{PREFIXES}
        SELECT ?name WHERE {{
          ?finding schema:name "F1" ; jejak:concerns/skos:broader/skos:prefLabel ?name . }}""")
    assert str(broader.name) == "Triple-A"


def test_no_real_name_and_nothing_hidden_is_in_any_file(crate: Path, study: Study) -> None:
    study.about.set_privacy(coders="none", hidden=study.about.privacy.hidden)
    nameless = {one.name: one.content for one in study.crates.files("id")}
    study.about.set_privacy(coders="name", hidden=study.about.privacy.hidden)
    for name, content in nameless.items():
        assert "Rina" not in content.decode(), name
    for file in [*crate.iterdir()]:
        text = file.read_text("utf-8")
        assert "Budi" not in text, file
        assert "Hartono" not in text, file
        assert "umur" not in text, file
    assert "penjual" in (crate / METADATA).read_text("utf-8")


def test_a_folder_of_something_else_is_left_alone(
    study: Study, crate: Path, tmp_path: Path
) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(Conflict):
        study.crates.write(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]
    with pytest.raises(InvalidInput):
        study.crates.write(tmp_path / "mine.txt")
    for licence in ("free for all", "ftp://x", "http://"):
        with pytest.raises(InvalidInput, match="licence"):
            study.crates.files(license=licence)
    before = (crate / "history.jsonl").read_bytes()
    study.crates.write(crate, "en", "https://example.org/terms")
    assert (crate / "history.jsonl").read_bytes().startswith(before)


def test_an_empty_study_is_a_crate_as_well(tmp_path: Path) -> None:
    with create_study(tmp_path / "empty.jejak", "Kosong", user="Rina") as empty:
        assert violations(empty.crates.write(tmp_path / "crate")) == []
