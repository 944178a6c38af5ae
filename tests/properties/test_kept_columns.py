"""Columns that begin with what is kept in the file are those of the rows, whatever was done since."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from jejak.errors import JejakError
from jejak.model import Case, Code, Coding, Link, Segment, Source
from jejak.store import Store
from jejak.study import Study, open_study
from support.columns import columns_of_rows, same_columns
from support.examples import examples
from support.studies import TALK, small_study

ACTS = (
    "code", "code again", "uncode", "move", "merge", "place", "new code", "drop code", "correct", "new source",
    "drop source", "rename", "case", "tie", "tie here", "tie source", "tie passage", "untie", "value",
    "drop case", "undo", "redo", "withdraw", "another coder", "keep", "reopen",
)  # fmt: skip
works = st.lists(
    st.tuples(st.sampled_from(ACTS), st.integers(0, 150), st.integers(1, 40), st.integers(0, 9)),
    max_size=14,
)


class Desk:
    """A study that is worked on, kept and opened again."""

    def __init__(self, folder: Path) -> None:
        self.study: Study = small_study(folder)
        self.path = folder / "small.jejak"
        for name in ("Gita", "Dewi"):
            self.study.cases.add(name)
        self.study.cases.tie_speaker(self.study.cases.get("Gita"), "G")
        self.study.cases.add_attribute("peran")

    def do(self, act: str, at: int, length: int, which: int) -> None:
        """One thing done, or refused; now and then the columns are looked at afterwards."""
        # Where there is none of what is asked for, nothing is done.
        with contextlib.suppress(JejakError, ZeroDivisionError):
            self._acts(at, length, which)[act]()
        if which % 3 == 0:
            self.look()

    def look(self) -> None:
        same_columns(self.study.store.corpus(), columns_of_rows(self.study.store))

    def keep(self, user: str = "Rina") -> None:
        """Keep the columns as they are, or as they were looked at last, and open the study again."""
        self.study.store.keep_columns(0)
        self.reopen(user)

    def reopen(self, user: str = "Rina") -> None:
        """Open the study again, as somebody."""
        self.study.close()
        self.study = open_study(self.path, user=user)

    def _acts(self, at: int, length: int, which: int) -> dict[str, Callable[[], object]]:
        study = self.study
        codes, cases = study.codebook.all(), study.cases.all()
        sources, codings = study.sources.all(), study.store.all(Coding)
        segments = study.store.all(Segment)

        def source() -> Source:
            return sources[which % len(sources)]

        def code(number: int = which) -> Code:
            return codes[number % len(codes)]

        def case() -> Case:
            return cases[which % len(cases)]

        def coding() -> str:
            return codings[which % len(codings)].guid

        def tie_passage() -> None:
            with study.change("Tie a passage") as change:
                change.add(
                    Link(
                        role="member", owner_kind="case", owner=case().guid,
                        target_kind="segment", target=segments[which % len(segments)].guid,
                    )
                )  # fmt: skip

        return {
            "code": lambda: study.coding.apply(source(), at, at + length, [code().guid]),
            "code again": lambda: study.coding.apply(
                source(), at, at + length, [code().guid, code(which + 1).guid], weight=length
            ),
            "uncode": lambda: study.coding.remove([coding()]),
            "move": lambda: study.coding.update(coding(), end=at + length),
            "merge": lambda: study.codebook.merge([code()], code(which + 1)),
            "place": lambda: study.codebook.place([code()], code(which + 1).guid, at % 3),
            "new code": lambda: study.codebook.add(f"K{at}", [None, code().guid][which % 2]),
            "drop code": lambda: study.codebook.remove(code()),
            "correct": lambda: study.sources.correct(source(), at, at + length, "é " * (which % 3)),
            "new source": lambda: study.sources.add_text(f"S{at}", TALK[at // 2 :] or "kata"),
            "drop source": lambda: study.sources.remove([source()]),
            "rename": lambda: study.sources.update(source(), name=f"N{at}", language="en"),
            "case": lambda: study.cases.add(f"C{at}"),
            "tie": lambda: study.cases.tie_speaker(case(), "GPDS"[which % 3]),
            "tie here": lambda: study.speakers.tie([("DS", source().guid, case().guid)]),
            "tie source": lambda: study.cases.tie_source(case(), source()),
            "tie passage": tie_passage,
            "untie": lambda: study.cases.untie_source(case(), source()),
            "value": lambda: study.cases.set_attributes(case(), {"peran": f"{length}"}),
            "drop case": lambda: study.cases.remove(case()),
            "undo": study.trail.undo,
            "redo": study.trail.redo,
            "withdraw": lambda: study.protection.withdraw(case()),
            "another coder": lambda: self.keep(f"U{which % 2}"),
            "keep": self.keep,
            "reopen": self.reopen,
        }


@settings(max_examples=examples(12), deadline=None)
@given(works, works)
def test_what_begins_kept_is_what_the_rows_say(
    before: list[tuple[str, int, int, int]], after: list[tuple[str, int, int, int]]
) -> None:
    with tempfile.TemporaryDirectory() as place:
        desk = Desk(Path(place))
        for act in before:
            desk.do(*act)
        desk.look()
        desk.keep()
        for act in after:
            desk.do(*act)
        desk.study.close()
        with Store.open(desk.path) as store:
            same_columns(store.corpus(), columns_of_rows(store))
            assert store.verify() == []
