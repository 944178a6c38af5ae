from __future__ import annotations

from pathlib import Path

from jejak.analysis.query.parse import parse
from jejak.services.set_names import renamed
from support.studies import small_study


def test_a_name_changes_wherever_it_is_asked_for() -> None:
    query = parse('code:A near(20) (in set:"round 1" or not in set:Other) and in set:"Round 1"')
    assert str(renamed(query, "Round 1", "First")) == (
        "code:A near(20) (in set:First or not in set:Other) and in set:First"
    )


def test_whatever_asks_for_a_set_follows_its_name(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        study.cases.add("Ge")
        people = study.sets.make("All", "case", query="case = Ge")
        study.sets.make("Some", "segment", query="code:Anonim and in set:All")
        study.sets.make("Broken", "segment", query="code:Anonim")
        shown = study.displays.save("One", "code-frequencies", {"filter": "in set:all"})
        study.findings.add("It is cheap.", label="F1", scope="in set:All")
        before = study.trail.entries()[0].seq
        people.update(name="Every one")
        assert study.sets["Some"].query == 'code:Anonim and in set:"Every one"'
        assert study.displays.get(shown.guid).settings["filter"] == 'in set:"Every one"'
        assert study.findings["F1"].record.scope == 'in set:"Every one"'
        assert study.trail.entries()[0].seq == before + 1
        study.undo()
        assert study.sets["Some"].query == "code:Anonim and in set:All"
