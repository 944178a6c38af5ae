"""Copies of a study that people work on apart, at random."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from jejak.errors import JejakError
from jejak.model import KINDS, Attribute, Code, Coding, Memo, Segment, Source, User
from jejak.model.codec import spec_of
from jejak.store import Store
from jejak.store.lookups import code_paths
from jejak.study import Study, open_study
from support.studies import small_study

__all__ = ["copies", "dangling", "doubled", "told", "work"]

WORDS = ("akun", "palsu", "takut", "baru", "gampang", "é", "漢", "😀", "murah")


@cache
def _base() -> bytes:
    """A small study that people know: made once, as its file."""
    with TemporaryDirectory() as folder:
        with small_study(Path(folder)) as study:
            study.memos.add("Awal", "kata pertama")
            study.memos.add("Kedua", "kata kedua")
            study.codebook.add("Lain")
            study.cases.add("G", attributes={"usia": "20"})
            study.sources.add_text(
                "dua", "Satu dua tiga 😀 é 漢.\nAkun palsu lagi, murah sekali.\nTutup."
            )
        return (Path(folder) / "small.jejak").read_bytes()


@contextmanager
def copies(folder: Path) -> Iterator[tuple[Study, Study]]:
    """A small study as Rina has it, and a copy of it that Bayu works on."""
    ours, theirs = folder / "small.jejak", folder / "theirs.jejak"
    for file in (ours, theirs):
        file.write_bytes(_base())
    with open_study(ours, user="Rina") as one, open_study(theirs, user="Bayu") as other:
        yield one, other


def work(study: Study, random: Random, times: int) -> None:
    """Do so many things at random; what cannot be done is left."""
    for _ in range(times):
        act = random.choice(_ACTS)
        try:
            act(study, random)
        except (JejakError, IndexError):
            continue


def _code(study: Study, random: Random) -> None:
    source = random.choice(study.store.all(Source))
    start = random.randrange(max(1, source.length))
    end = min(source.length, start + random.randrange(1, 12))
    codes = [code for code in study.store.all(Code) if code.codable]
    study.coding.apply(source, start, end, [random.choice(codes).guid])


def _same(study: Study, random: Random) -> None:
    """Code one of a few stretches, as others may, too."""
    source = study.store.all(Source)[0]
    start = random.choice((0, 8))
    study.coding.apply(source, start, start + 5, [study.store.all(Code)[0 - 1].guid])


def _new_code(study: Study, random: Random) -> None:
    above = random.choice([None, *(code.guid for code in study.store.all(Code))])
    study.codebook.add(random.choice(WORDS), parent=above)


def _rename(study: Study, random: Random) -> None:
    code = random.choice(study.store.all(Code))
    study.codebook.update(code, name=random.choice(WORDS), definition=random.choice(WORDS))


def _move(study: Study, random: Random) -> None:
    code, above = random.choice(study.store.all(Code)), random.choice(study.store.all(Code))
    study.codebook.move(code, above.guid)


def _merge(study: Study, random: Random) -> None:
    one, other = random.choice(study.store.all(Code)), random.choice(study.store.all(Code))
    if one != other:
        study.codebook.merge([one], other)


def _delete_code(study: Study, random: Random) -> None:
    study.codebook.remove(random.choice(study.store.all(Code)))


def _uncode(study: Study, random: Random) -> None:
    study.coding.remove([random.choice(study.store.all(Coding)).guid])


def _recode(study: Study, random: Random) -> None:
    coding = random.choice(study.store.all(Coding))
    study.recoding.give([coding.guid], random.choice(study.store.all(Code)).guid)


def _stretch(study: Study, random: Random) -> None:
    coding = random.choice(study.store.all(Coding))
    segment = study.store.get(Segment, coding.segment)
    study.coding.update(coding.guid, end=segment.end + 1)


def _weigh(study: Study, random: Random) -> None:
    study.recoding.weigh([random.choice(study.store.all(Coding)).guid], random.randrange(101))


def _memo(study: Study, random: Random) -> None:
    about = [("coding", one.guid) for one in study.store.all(Coding)[:1]]
    study.memos.add(random.choice(WORDS), random.choice(WORDS), about=about)


def _edit_memo(study: Study, random: Random) -> None:
    study.memos.update(random.choice(study.store.all(Memo)), body=" ".join(random.sample(WORDS, 3)))


def _drop_memo(study: Study, random: Random) -> None:
    study.memos.remove(random.choice(study.store.all(Memo)))


def _correct(study: Study, random: Random) -> None:
    source = random.choice(study.store.all(Source))
    start = random.randrange(max(1, source.length))
    end = min(source.length, start + random.randrange(9))
    study.corrections.make(source, [(start, end, random.choice(("", *WORDS)))])


def _source(study: Study, random: Random) -> None:
    study.sources.add_text(random.choice(WORDS), f"Teks {random.choice(WORDS)} yang baru.")


def _drop_source(study: Study, random: Random) -> None:
    study.sources.remove([random.choice(study.store.all(Source))])


def _case(study: Study, random: Random) -> None:
    case = study.cases.add(random.choice(WORDS), attributes={"usia": str(random.randrange(3))})
    study.cases.tie_source(case, random.choice(study.store.all(Source)))


def _value(study: Study, random: Random) -> None:
    attribute = random.choice(study.store.all(Attribute))
    case = random.choice(study.cases.all())
    study.attributes.set_values("case", [(case.guid, attribute.guid, str(random.randrange(9)))])


def _finding(study: Study, random: Random) -> None:
    finding = study.findings.add(random.choice(WORDS))
    study.findings.add_evidence(finding, source=study.store.all(Source)[0], start=0, end=6)


def _query(study: Study, random: Random) -> None:
    code = random.choice(study.store.all(Code))
    study.sets.add(random.choice(WORDS), "source", query=f"code:{code.name}")


def _undo(study: Study, _: Random) -> None:
    study.undo()


_ACTS = (
    _code, _code, _code, _same, _new_code, _rename, _move, _merge, _delete_code, _uncode, _recode, _stretch,
    _weigh, _memo, _edit_memo, _drop_memo, _correct, _correct, _source, _drop_source, _case, _value, _finding,
    _query, _undo,
)  # fmt: skip


def dangling(store: Store) -> list[tuple[str, str]]:
    """Whatever refers to something that is not there."""
    there = {one.guid for record in KINDS.values() for one in store.all(record)}
    return [
        (kind, one.guid)
        for kind, record in KINDS.items()
        for one in store.all(record)
        for field in spec_of(kind).fields
        if field.refers and (said := getattr(one, field.name)) is not None and said not in there
    ]


def doubled(store: Store) -> list[object]:
    """Codings that are there twice, and names that siblings share."""
    spans = {one.guid: one for one in store.all(Segment)}
    seen: list[object] = [
        (one.code, one.user, spans[one.segment].guid) for one in store.all(Coding)
    ]
    seen += [(one.parent, one.name.casefold()) for one in store.all(Code)]
    for kind in (Source, User):
        seen += [(kind.KIND, one.name.casefold()) for one in store.all(kind)]
    return [one for one in seen if seen.count(one) > 1]


def told(store: Store) -> dict[str, list[object]]:
    """What a study says, whatever GUIDs it says it with."""
    sources = {one.guid: one for one in store.all(Source)}
    texts = {guid: store.text(one.text) for guid, one in sources.items()}
    paths = code_paths(store.all(Code))
    users = {one.guid: one.name for one in store.all(User)}
    segments = {one.guid: one for one in store.all(Segment)}
    codings = [
        (sources[at.source].name, at.start, at.end, at.lost, paths[one.code], users[one.user], one.weight)
        for one in store.all(Coding)
        for at in [segments[one.segment]]
    ]  # fmt: skip
    found: dict[str, list[object]] = {
        "sources": [(one.name, texts[guid]) for guid, one in sources.items()],
        "codes": [(paths[one.guid], one.definition) for one in store.all(Code)],
        "codings": list(codings),
        "memos": [(one.title, one.body) for one in store.all(Memo)],
        "users": list(users.values()),
    }
    return {name: sorted(map(repr, rows)) for name, rows in found.items()}
