"""What was written as a query goes along with the codes it asks for, and comes back with undo."""

from __future__ import annotations

from pathlib import Path

from jejak.model import Display, NetworkNode, Set
from jejak.study import Study
from support.studies import small_study


def asked(study: Study) -> list[str]:
    """All that is asked in the study: of a set, a filter, headings and a tree."""
    one = next(d for d in study.store.all(Display) if d.kind == "matrix")
    (group,) = study.store.all(Set)
    (box,) = study.store.all(NetworkNode)
    headings = one.settings["row_headings"]
    assert isinstance(headings, list)
    return [str(group.query), str(one.settings["filter"]), *headings, box.test]


def written(study: Study) -> None:
    study.sets.add("Murahan", "segment", query="code:Murah")
    study.displays.save(
        "Kepala",
        "matrix",
        {
            "rows": ["own"],
            "row_headings": ["Murah = code:=murah and not code:Anonim", "Kosong", 'A = text:"code:Murah"'],
            "filter": "code:Triple-A/Murah or in set:Murahan",
        },
    )  # fmt: skip
    tree = study.displays.save("Pohon", "decision-tree")
    study.networks.add_node(tree, "Murah?", test="code:Murah near(20) code:Anonim")


def test_renamed_moved_and_merged_codes_are_followed_in_every_query(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        written(study)
        first = asked(study)
        study.codebook.update(study.codebook.get("Murah"), name="Tidak mahal")
        assert asked(study) == [
            'code:"Tidak mahal"',
            'code:"Triple-A/Tidak mahal" or in set:Murahan',
            'Murah = code:="Tidak mahal" and not code:Anonim',
            "Kosong",
            'A = text:"code:Murah"',
            'code:"Tidak mahal" near(20 characters) code:Anonim',
        ] or asked(study)[-1].startswith('code:"Tidak mahal" near(20')
        study.trail.undo()
        assert asked(study) == first
        study.codebook.move(study.codebook.get("Murah"), None)
        assert asked(study)[1] == "code:Murah or in set:Murahan"
        study.trail.undo()
        study.codebook.merge([study.codebook.get("Murah")], study.codebook.get("Anonim"))
        assert asked(study)[:3] == [
            "code:Anonim",
            "code:Triple-A/Anonim or in set:Murahan",
            "Murah = code:=Anonim and not code:Anonim",
        ]
        shown = study.displays.shown(study.displays.get("Kepala"))
        assert shown.rows
        study.trail.undo()
        assert asked(study) == first
        assert study.store.verify() == []


def test_a_name_that_another_code_takes_is_told_apart_by_its_path(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        study.codebook.add("Lain")
        study.codebook.add("Harga", parent="Lain")
        study.sets.add("Murahan", "segment", query="code:Murah")
        study.codebook.update(study.codebook.get("Murah"), name="Harga")
        (group,) = study.store.all(Set)
        assert group.query == "code:Triple-A/Harga"


def test_a_deleted_code_leaves_its_queries_and_they_say_what_is_missing(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        written(study)
        first = asked(study)
        study.codebook.remove(study.codebook.get("Murah"))
        assert asked(study) == first
        (card,) = study.sets.cards()
        assert "Murah" in str(card.problem)
        shown = study.displays.shown(study.displays.get("Kepala"))
        assert shown.rows == ()
        assert "Murah" in " ".join(map(str, (*shown.caption.notes, *shown.caption.reasons)))
        study.trail.undo()
        assert study.sets.cards()[0].count == 1
