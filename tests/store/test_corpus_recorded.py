"""Times of recordings as columns: what was said when, as transcripts tell it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jejak.model import Block, Coding, Segment, Source, say
from jejak.study import Study, create_study

TALK = "Rina: satu\nSari: dua tiga\n(tertawa)\nRina: empat\n"
TIMES = {"Rina: satu": (1000, 3000), "Sari: dua tiga": (3000, None), "Rina: empat": (9000, None)}


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    (tmp_path / "W-01.txt").write_text(TALK, encoding="utf-8")
    (tmp_path / "W-02.srt").write_text(
        "1\n00:00:10,000 --> 00:00:12,500\nSari: Halo 😀\n", encoding="utf-8"
    )
    with create_study(tmp_path / "small.jejak", "Kecil", user="Rina") as study:
        study.sources.add([tmp_path / "W-01.txt", tmp_path / "W-02.srt"])
        source = study.sources.get("W-01")
        with study.store.write(say("Try"), study.user.guid) as change:
            change.remove_guids(
                Block.KIND, [one.guid for one in change.rows.each(Block, source=source.guid)]
            )
            for number, words in enumerate(TALK.splitlines(), 1):
                begin, finish = TIMES.get(words, (None, None))
                start = TALK.index(words)
                change.add(
                    Block(
                        source=source.guid, number=number, kind="turn", start=start,
                        end=start + len(words), begin=begin, finish=finish,
                    )
                )  # fmt: skip
        yield study


def told(study: Study) -> list[tuple[str, str, int, int]]:
    corpus = study.store.corpus()
    assert corpus.happenings is not None
    found = corpus.happenings.recorded(corpus)
    return [
        (corpus.sources.name[source], corpus.texts[source][start:end], begin, finish)
        for source, start, end, begin, finish in zip(
            found.source, found.start, found.end, found.begin.tolist(), found.finish.tolist(), strict=True
        )
    ]  # fmt: skip


def test_a_turn_without_an_end_lasts_until_the_next_and_the_last_has_none(study: Study) -> None:
    assert told(study) == [
        ("W-01", "Rina: satu", 1000, 3000),
        ("W-01", "Sari: dua tiga\n(tertawa)\n", 3000, 9000),
        ("W-02", "Sari: Halo 😀", 10_000, 12_500),
    ]


def test_times_move_with_corrected_words_and_leave_with_their_source(study: Study) -> None:
    told(study)
    source = study.sources.get("W-02")
    at = study.sources.text(source).index("Halo")
    study.sources.correct(source, at, at + 4, "Halo halo")
    study.sources.remove([study.sources.get("W-01")])
    assert told(study) == [("W-02", "Sari: Halo halo 😀", 10_000, 12_500)]
    study.undo()
    assert len(told(study)) == 3


def test_codings_on_a_recording_itself_are_told_by_who_made_them(study: Study) -> None:
    film = Source(name="Film", medium="video", text=study.sources.get("W-01").text, length=0)
    segment = Segment(source=film.guid, anchor="time", start=1000, end=2000)
    code = study.codebook.add("Tawa")
    coding = Coding(segment=segment.guid, code=code.guid, user=study.user.guid)

    def wordless() -> list[int]:
        corpus = study.store.corpus()
        assert corpus.happenings is not None
        many: list[int] = corpus.happenings.recorded(corpus).wordless.tolist()
        return many

    assert wordless() == [0]
    with study.store.write(say("Try"), study.user.guid) as change:
        change.add(film, segment, coding)
    assert wordless() == [1]
    with study.store.write(say("Try"), study.user.guid) as change:
        change.remove(coding)
    assert wordless() == [0]
