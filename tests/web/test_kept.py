from __future__ import annotations

from collections.abc import Callable

from jejak.web.kept import Kept, KeptAnswers


def counted(letters: str) -> tuple[Callable[[], Kept], list[int]]:
    made: list[int] = []

    def make() -> Kept:
        made.append(1)
        return Kept({"text": letters})

    return make, made


def test_an_answer_is_made_once_for_each_version() -> None:
    answers = KeptAnswers()
    make, made = counted("a")
    first = answers.get("a", 1, make)
    assert answers.get("a", 1, make) is first
    assert answers.get("a", 2, make) is not first
    assert len(made) == 2


def test_the_answers_asked_for_last_are_kept() -> None:
    answers = KeptAnswers(most=250)
    make, made = counted("x" * 80)
    for key in ("a", "b", "a", "c", "a", "b"):
        answers.get(key, 1, make)
    # “b” made room for “c”, and was made again.
    assert len(made) == 4


def test_what_is_forgotten_is_made_anew() -> None:
    answers = KeptAnswers()
    make, made = counted("a")
    answers.get("a", 1, make)
    answers.forget()
    answers.get("a", 1, make)
    assert len(made) == 2


def test_one_answer_is_kept_however_large() -> None:
    answers = KeptAnswers(most=10)
    make, made = counted("x" * 80)
    answers.get("a", 1, make)
    answers.get("a", 1, make)
    assert len(made) == 1
