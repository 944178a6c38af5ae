from __future__ import annotations

from pathlib import Path

import pytest

from jejak.errors import Conflict, NotFound
from jejak.model import say
from jejak.store.revisions import revision_of, revisions
from support.studies import small_study


def test_a_revision_is_the_change_that_last_wrote_an_entity(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        code = study.codebook.get("Murah")
        with study.store.read() as rows:
            before = revisions(rows, "code")
        study.codebook.update(code, short="Tidak mahal.")
        with study.store.read() as rows:
            after = revisions(rows, "code")
            assert revision_of(rows, "code", code.guid) == study.store.head
        assert {guid for guid in after if after[guid] != before[guid]} == {code.guid}
        study.store.undo(study.user.guid)
        with study.store.read() as rows:
            assert revisions(rows, "code") == before


def test_what_belongs_to_a_case_counts_as_the_case(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        case, other = study.cases.add("G"), study.cases.add("P")
        steps = (
            lambda: study.cases.set_attributes(case, {"usia": "19"}),
            lambda: study.cases.tie_speaker(case, "G"),
            lambda: study.cases.tie_source(case, study.sources.get("S-01")),
            lambda: study.cases.record_consent(case, "wawancara"),
        )
        for step in steps:
            step()
            with study.store.read() as rows:
                found = revisions(rows, "case")
            assert found[case.guid] == study.store.head
        assert found[other.guid] < found[case.guid]


def test_what_is_not_there_has_no_revision(tmp_path: Path) -> None:
    with small_study(tmp_path) as study, study.store.read() as rows:
        assert revisions(rows, "case") == {}
        assert revisions(rows, "code", [study.user.guid]) == {}
        with pytest.raises(NotFound, match="no case"):
            revision_of(rows, "case", study.user.guid)


def test_a_change_that_expects_an_older_revision_does_not_happen(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        code = study.codebook.get("Murah")
        with study.store.read() as rows:
            seen = revision_of(rows, "code", code.guid)
        with study.store.expecting("code", code.guid, seen):
            study.codebook.update(code, short="Satu.")
        with (
            pytest.raises(Conflict) as refused,
            study.store.expecting("code", code.guid, seen),
        ):
            study.codebook.update(code, short="Dua.")
        assert refused.value.code == "stale-revision"
        assert study.codebook.get("Murah").short == "Satu."
        # What was expected once is not expected ever after.
        with study.store.write(say("Change a coding"), study.user.guid) as change:
            change.set(code, short="Tiga.")
        assert study.codebook.get("Murah").short == "Tiga."
