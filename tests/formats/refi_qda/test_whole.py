"""A study through a project and back is the same study, entity by entity."""

from __future__ import annotations

import tempfile
import zipfile
from pathlib import Path

from hypothesis import assume, given, settings

import jejak
from jejak.model import KINDS, Code, Coding, Segment, StudyInfo, say
from jejak.services.exchange import Exchange
from jejak.store import Store
from jejak.study import Study
from support.examples import examples
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


@settings(max_examples=examples(30))
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


def test_ten_thousand_codings_come_back(tmp_path: Path) -> None:
    words = [f"kata😀{number}" for number in range(5_000)]
    text = " ".join(words)
    places = [0, *(one + 1 for one, sign in enumerate(text) if sign == " ")]
    with jejak.create(tmp_path / "a.jejak", "Banyak", user="Rina") as study:
        source = study.sources.add_text("T", text)
        codes = [Code(name=f"Kode {number}") for number in range(20)]
        segments = [
            Segment(source=source.guid, start=at, end=at + len(word))
            for at, word in zip(places, words, strict=True)
        ]
        codings = [
            Coding(segment=one.guid, code=codes[(number + more) % 20].guid, user=study.user.guid)
            for number, one in enumerate(segments)
            for more in (0, 7)
        ]
        with study.store.write(say("Code much"), study.user.guid) as change:
            change.add_many([*codes, *segments, *codings])
        before = _all(study.store)
        study.exchange.write(tmp_path / "a.qdpx")
    with jejak.import_study(tmp_path / "a.qdpx", tmp_path / "b.jejak")[0] as study:
        assert _all(study.store) == before
    other = _without_jejak(tmp_path / "a.qdpx", tmp_path / "c.qdpx")
    with jejak.import_study(other, tmp_path / "c.jejak")[0] as study:
        told = {
            (study.store.get(Segment, one.segment).start, one.code)
            for one in study.store.all(Coding)[:200]
        }
    places_of = {one.guid: one.start for one in segments}
    assert told <= {(places_of[one.segment], one.code) for one in codings}
    assert len(told) == 200


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
