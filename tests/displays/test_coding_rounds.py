from __future__ import annotations

from pathlib import Path

from jejak.model.shape import UNFIT
from support.coders import coded_study

BOTH = (
    ("Rina", "S-1", 0, 10, "A"), ("Bayu", "S-1", 0, 12, "A"), ("Rina", "S-1", 11, 21, "B"),
    ("Rina", "S-2", 0, 5, "A"), ("Bayu", "S-2", 0, 5, "A"),
)  # fmt: skip


def test_rounds_stand_in_their_order_before_what_it_comes_to_now(tmp_path: Path) -> None:
    with coded_study(tmp_path, BOTH) as study:
        study.rounds.open("Pilot", study.rounds.plan(["Rina", "Bayu"], overlap=1))
        kept = study.rounds.close("Pilot").round.figures[0]
        study.coding.remove([study.codings.rows()[2]["guid"]])
        shown = study.displays.compute("coding-rounds", {})
        assert [str(one.label) for one in shown.rows] == ["Pilot (Bayu, Rina)", "As it stands"]
        assert [shown.at(0, column).value for column in (0, 3, 4)] == [
            kept["value"], kept["sources"], kept["differences"],
        ]  # fmt: skip
        now = study.agreement.compute()
        assert [shown.at(1, column).value for column in (0, 3, 4)] == [
            now.whole.value, len(now.shared), now.total,
        ]  # fmt: skip


def test_a_study_without_rounds_or_codings_has_one_row_and_no_numbers(tmp_path: Path) -> None:
    with coded_study(tmp_path, ()) as study:
        shown = study.displays.compute("coding-rounds", {})
        assert [str(one.label) for one in shown.rows] == ["As it stands"]
        assert shown.at(0, 0) == UNFIT
