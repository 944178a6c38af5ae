"""A study through a project and back is the same study, entity by entity."""

from __future__ import annotations

import tempfile
import zipfile
from pathlib import Path

from hypothesis import assume, given

import jejak
from jejak.model import KINDS, StudyInfo
from jejak.services.exchange import Exchange
from jejak.store import Store
from jejak.study import Study
from support.random_studies import RandomStudy, random_studies
from support.refi import qdpx, valid
from support.studies import small_study


def _all(store: Store) -> dict[str, list[str]]:
    with store.read() as rows:
        return {kind: sorted(map(repr, rows.all(record))) for kind, record in KINDS.items()}


def _without_jejak(whole: Path, path: Path) -> Path:
    """What another program finds in an archive."""
    with zipfile.ZipFile(whole) as archive:
        files = {name: archive.read(name) for name in archive.namelist() if name != "jejak.jsonl"}
    return qdpx(path, files.pop("project.qde").decode(), files)


@given(random_studies())
def test_a_study_comes_back_as_it_was(random: RandomStudy) -> None:
    assume(any(one.KIND == StudyInfo.KIND for one in random.records))
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        with Store.create(folder / "a.jejak") as store:
            random.fill(store)
            before = _all(store)
            for name in ("a.qdpx", "again.qdpx"):
                Exchange(store, "0" * 32).write(folder / name)
        assert (folder / "a.qdpx").read_bytes() == (folder / "again.qdpx").read_bytes()
        assert valid(folder / "a.qdpx") == []
        study, _ = jejak.import_study(folder / "a.qdpx", folder / "b.jejak")
        with study:
            after = _all(study.store)
        # Somebody takes it in, who joins where nobody is in it.
        assert set(before.pop("user")) <= set(after.pop("user"))
        assert before == after
        other = _without_jejak(folder / "a.qdpx", folder / "c.qdpx")
        with jejak.import_study(other, folder / "c.jejak")[0] as study:
            assert [one for one in study.store.verify() if one.code != "history"] == []


def _small(folder: Path) -> tuple[Study, Path]:
    study = small_study(folder)
    path = folder / "small.qdpx"
    study.exchange.write(path)
    return study, path


def test_other_programs_find_every_coding_where_it_stands(tmp_path: Path) -> None:
    study, path = _small(tmp_path)
    with (
        study,
        jejak.import_study(_without_jejak(path, tmp_path / "o.qdpx"), tmp_path / "o.jejak")[
            0
        ] as other,
    ):
        told = [
            sorted(
                (one.source.guid, one.start, one.end, one.text, *sorted(one.codes))
                for one in each.find("code:*")
            )
            for each in (study, other)
        ]
        assert told[0] == told[1] != []


def test_what_another_program_changed_counts(tmp_path: Path) -> None:
    study, path = _small(tmp_path)
    study.close()
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    changed = files.pop("project.qde").decode().replace('name="Anonim', 'name="Diubah')
    other, report = jejak.import_study(qdpx(path, changed, files), tmp_path / "o.jejak")
    with other:
        assert "changed-since" in {one.code for one in report.problems}
        assert any(code.name.startswith("Diubah") for code in other.codes)
