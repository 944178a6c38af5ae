from __future__ import annotations

from pathlib import Path

from jejak.services.answers import Answers
from support.corpora import corpus
from support.studies import small_study


def test_an_answer_is_made_once_for_each_corpus_and_question() -> None:
    answers: Answers[int] = Answers(2)
    made: list[int] = []

    def make() -> int:
        made.append(len(made))
        return made[-1]

    one, other = corpus(), corpus()
    assert [answers.of(one, key, make) for key in ("a", "b", "a")] == [0, 1, 0]
    assert answers.of(one, "c", make) == 2
    assert answers.of(one, "b", make) == 3  # the one asked for longest ago had to go
    assert answers.of(other, "b", make) == 4
    assert answers.of(one, "b", make) == 5


def test_heavy_answers_make_room_and_the_last_is_kept() -> None:
    answers: Answers[str] = Answers(5, len)
    one = corpus()
    made: list[str] = []

    def asked(word: str) -> str:
        return answers.of(one, word, lambda: made.append(word) or word)

    for word in ("aaa", "bb", "bb", "cccccccc", "cccccccc", "bb"):
        asked(word)
    assert made == ["aaa", "bb", "cccccccc", "bb"]


def test_what_a_change_wrote_is_found_before_the_change_is_over(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        source = study.sources["S-01"]
        frequencies = lambda: study.displays.compute("code-taxonomy").caption.n  # noqa: E731
        with study.change("Both"):
            assert (study.find("code:Anonim").total, frequencies()) == (1, 2)
            source.select(0, 5).code("Anonim")
            assert (study.find("code:Anonim").total, frequencies()) == (2, 3)
            source.select(6, 9).code("Anonim")
            assert (study.find("code:Anonim").total, frequencies()) == (3, 4)
        assert (study.find("code:Anonim").total, frequencies()) == (3, 4)
