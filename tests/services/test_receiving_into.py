"""A parcel brought into a study that has content."""

from __future__ import annotations

from pathlib import Path

from jejak.model import Attribute, Case, Code, Coding, Memo, Record, Segment, Source, User
from jejak.model.parcel import Batch, Parcel, Tally
from jejak.services.receiving_into import receive_into
from jejak.store.texts import digest_of
from support.apart import dangling
from support.studies import TALK, everything, small_study


def parcel(*records: Record, texts: tuple[str, ...] = ()) -> Parcel:
    return Parcel("Lain", iter([Batch(records, texts)]), Tally("test"))


def test_what_is_there_is_found_and_the_rest_comes_as_one_change(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        before = everything(study.store)
        known = study.codes["Murah"].record
        person = User(name="rina")
        source = Source(name="S-01", text=digest_of(TALK), length=len(TALK))
        folder = Code(name="Triple-A", codable=False)
        code, fresh = Code(name="murah", parent=folder.guid), Code(name="Baru")
        place = Segment(source=source.guid, start=0, end=5)
        twice = [Coding(segment=place.guid, code=code.guid, user=person.guid) for _ in range(2)]
        other = Code(guid=known.guid, name="Mahal", parent=folder.guid)
        memo = Memo(title="M", body="b", user=person.guid)
        told = receive_into(
            study.store, study.user.guid,
            parcel(person, source, folder, fresh, place, code, *twice, memo, texts=(TALK,)),
        )  # fmt: skip
        assert told.written["coding"] == 1
        assert "source" not in told.written
        assert [one.code for one in told.problems if one.code != "kept-here"] == ["doubled"]
        assert set(study.codes.keys()) == {"Triple-A", "Triple-A/Anonim", "Triple-A/Murah", "Baru"}
        assert study.store.count(Coding, code=known.guid) == 2
        after = everything(study.store)
        again = receive_into(study.store, study.user.guid, parcel(folder, other))
        assert {one.code for one in again.problems} == {"kept-here"}
        assert study.codes["Murah"].guid == known.guid
        # Nothing of the second was new: there is no change of it.
        study.undo()
        assert everything(study.store) == before
        assert after != before


def test_an_attribute_of_another_type_gets_a_number(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        study.cases.add("G", attributes={"usia": "20"})
        told = receive_into(
            study.store,
            study.user.guid,
            parcel(Attribute(name="Usia", type="date"), Case(name="g")),
        )
        assert {one.name for one in study.store.all(Attribute)} == {"usia", "Usia (2)"}
        assert study.store.count(Case) == 1
        assert [one.code for one in told.problems] == ["name-taken"]
        assert dangling(study.store) == []
