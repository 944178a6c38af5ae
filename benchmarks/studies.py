"""Real study files of any size, made up once and kept in ``build/``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.corpora import BLOCK_LENGTH, study_like
from jejak.model import Attribute, AttributeValue, Block, Case, Code, Coding, Link, Segment, Source
from jejak.model.corpus import Corpus
from jejak.study import Study, create_study

__all__ = ["DENSE", "study_file"]

FOLDER = Path(__file__).resolve().parent.parent / "build" / "studies"
# Codings of the first source, the one that a person opens.
DENSE = 5_000
_DENSE_LENGTH = 200_000
_SOURCES, _CODINGS = 1_000, 20_000
_Ints = NDArray[np.int64]


def study_file(codings: int) -> Path:
    """A study of that many codings, a tenth as many sources and up to 2,000 codes."""
    path = FOLDER / f"{codings}.jejak"
    if not path.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        for left in FOLDER.glob(f"{part.name}*"):
            left.unlink()
        with create_study(part, f"{codings} codings", user="A") as study:
            _fill(study, study_like(codings, codes=min(2_000, codings // 5)))
        part.rename(path)
    return path


def _fill(study: Study, corpus: Corpus) -> None:
    source, start, end = _places(corpus)
    length = np.maximum(corpus.sources.length, 500)
    length[0] = _DENSE_LENGTH
    with study.change("Codes and cases") as change:
        codes = [
            Code(name=corpus.codes.name[row], parent=None, position=row)
            for row in range(len(corpus.codes.name))
        ]
        codes = [
            code
            if above < 0
            else Code(
                guid=code.guid, name=code.name, parent=codes[above].guid, position=code.position
            )
            for code, above in zip(codes, corpus.codes.parent.tolist(), strict=True)
        ]
        cases = [Case(name=name) for name in corpus.cases.name]
        attributes = [Attribute(name=one.name, type=one.type) for one in corpus.attributes]
        change.add_many([*codes, *cases, *attributes])
        change.add_many(
            AttributeValue(
                attribute=attribute.guid, owner_kind="case", owner=case.guid, value=value
            )
            for attribute, column in zip(attributes, corpus.attributes, strict=True)
            for case, value in zip(cases, column.value, strict=True)
            if value is not None
        )
    sources = list(_sources(study, corpus, length, cases))
    _codings(study, corpus, sources, codes, (source, start, end))


def _places(corpus: Corpus) -> tuple[_Ints, _Ints, _Ints]:
    """Where the codings lie; the first 5,000 of them in the first source."""
    columns = corpus.codings
    source, start, end = (
        column.astype(np.int64) for column in (columns.source, columns.start, columns.end)
    )
    source = np.where(source == 0, 1, source)
    span = end[:DENSE] - start[:DENSE]
    source[:DENSE] = 0
    start[:DENSE] = np.linspace(0, _DENSE_LENGTH - 5_000, DENSE).astype(np.int64)
    end[:DENSE] = start[:DENSE] + span
    return source, start, end


def _words(draw: np.random.Generator) -> str:
    """Three million characters of made-up words, some frequent and most rare."""
    letters = np.array(list("aiueonrtksmplgdbhy"))
    lexicon = ["".join(draw.choice(letters, draw.integers(2, 11))) for _ in range(20_000)]
    lexicon[700] = "akun"
    picked = np.minimum(draw.zipf(1.3, 500_000), 20_000) - 1
    return " ".join(lexicon[number] for number in picked.tolist())


def _sources(study: Study, corpus: Corpus, length: _Ints, cases: list[Case]) -> Iterator[str]:
    draw = np.random.default_rng(3)
    pool = _words(draw)
    case_of = corpus.case_sources[:, 0].tolist()
    speakers = corpus.blocks.speakers
    for at in range(0, len(length), _SOURCES):
        with study.change("Sources") as change:
            records: list[Source | Block | Link] = []
            for row in range(at, min(at + _SOURCES, len(length))):
                long = int(length[row])
                begin = int(draw.integers(0, len(pool) - long))
                source = Source(
                    name=corpus.sources.name[row],
                    kind=str(corpus.sources.facets["kind"][row]),
                    language="id",
                    collected=corpus.sources.facets["collected"][row],
                    text=change.keep_text(pool[begin : begin + long]),
                    length=long,
                )
                records.append(source)
                for number, start in enumerate(range(0, long, BLOCK_LENGTH)):
                    who = 0 if number % 2 == 0 else case_of[row] + 1
                    records.append(
                        Block(
                            source=source.guid, number=number + 1, kind="turn", start=start,
                            end=min(start + BLOCK_LENGTH - 1, long), speaker=speakers[who],
                        )
                    )  # fmt: skip
                records.append(
                    Link(
                        role="member", owner_kind="case", owner=cases[case_of[row]].guid,
                        target_kind="source", target=source.guid,
                    )
                )  # fmt: skip
                yield source.guid
            change.add_many(records)


def _codings(
    study: Study,
    corpus: Corpus,
    sources: list[str],
    codes: list[Code],
    places: tuple[_Ints, _Ints, _Ints],
) -> None:
    code = corpus.codings.code.tolist()
    spans = list(zip(*(column.tolist() for column in places), strict=True))
    segments: dict[tuple[int, int, int], Segment] = {}
    for at in range(0, len(spans), _CODINGS):
        with study.change("Codings") as change:
            fresh = []
            for place in spans[at : at + _CODINGS]:
                if place not in segments:
                    segments[place] = Segment(
                        source=sources[place[0]], start=place[1], end=place[2]
                    )
                    fresh.append(segments[place])
            change.add_many(fresh)
            change.add_many(
                Coding(segment=segments[place].guid, code=codes[which].guid, user=study.user.guid)
                for place, which in zip(
                    spans[at : at + _CODINGS], code[at : at + _CODINGS], strict=True
                )
            )
