"""Rounds: shares that are shown before they are taken, blindness while they are open, figures after."""

from __future__ import annotations

from pathlib import Path

import pytest

from jejak.errors import Conflict, InvalidInput, NotAllowed, NotFound
from jejak.i18n import translate
from jejak.services.agreed import Question
from jejak.services.agreement_told import methods
from jejak.services.round_cards import RoundCard
from jejak.services.round_figures import figures_of
from jejak.services.rounds_told import round_remarks, told_round
from jejak.study import Study, open_study
from support.coders import coded_study

BOTH = (
    ("Rina", "S-1", 0, 10, "A"), ("Bayu", "S-1", 0, 12, "A"),
    ("Rina", "S-1", 11, 21, "B"), ("Bayu", "S-1", 22, 30, "B"),
    ("Rina", "S-2", 0, 5, "A"), ("Bayu", "S-2", 0, 5, "A"),
)  # fmt: skip


def opened(study: Study, name: str = "Pilot", **how: object) -> None:
    study.rounds.open(name, study.rounds.plan(["Rina", "Bayu"], **{"overlap": 1, **how}))  # type: ignore[arg-type]


def twice(study: Study) -> str:
    """What the criteria of trustworthiness say of material that was coded twice."""
    items = study.checklists.read("criteria").filled.items
    return translate(next(one for one in items if one.asked.number == "D2").computed.sentence, "en")


def words(card: RoundCard) -> str:
    return " ".join(str(one) for one in round_remarks(card))


def test_a_plan_is_shown_and_nothing_is_written(tmp_path: Path) -> None:
    with coded_study(tmp_path, ()) as study:
        head = study.store.head
        plan = study.rounds.plan(["Rina", "Bayu"], overlap=0.34)
        assert (plan.shared, [many for many, _ in plan.loads]) == (1, [2, 2])
        assert (
            "3 sources for Rina, Bayu, 1 of them for more than one."
            in str(plan.told()[0]).split("|")[1]
        )
        assert (study.store.head, study.rounds.cards()) == (head, [])


def test_what_was_in_a_round_is_not_shared_out_again_by_itself(tmp_path: Path) -> None:
    with coded_study(tmp_path, ()) as study:
        study.rounds.open("Satu", study.rounds.plan(["Rina", "Bayu"], ["S-1"]))
        plan = study.rounds.plan(["Rina", "Bayu"])
        assert sorted(one.source.name for one in plan.sources) == ["S-2", "S-3"]
        study.rounds.open("Dua", plan)
        with pytest.raises(InvalidInput, match="no source"):
            study.rounds.plan(["Rina"])


def test_while_it_is_open_coders_see_their_own_alone_and_then_everything(tmp_path: Path) -> None:
    with coded_study(tmp_path, BOTH) as study:
        opened(study)
        assert {row["coder"] for row in study.codings.rows()} == {"Rina"}
        with open_study(study.store.path, user="Bayu") as other:
            assert {row["coder"] for row in other.codings.rows()} == {"Bayu"}
        with open_study(study.store.path, user="Tari") as third:
            assert len(third.codings.rows()) == 6
            assert third.agreement().value is not None
        for telling in (study.agreement.compute, study.reports.document):
            with pytest.raises(NotAllowed, match="“Pilot” is open"):
                telling()
        study.rounds.close("Pilot")
        assert len(study.codings.rows()) == 6


def test_closing_keeps_what_was_reckoned(tmp_path: Path) -> None:
    with coded_study(tmp_path, BOTH) as study:
        before = study.agreement.compute(Question(unit="word"))
        opened(study)
        study.rounds.mark("Pilot", ["S-3"])
        card = study.rounds.close("Pilot", Question(unit="word"))
        (figure,) = figures_of(card.round)
        assert (figure.value, figure.differences) == (before.whole.value, before.total)
        assert (figure.unit, figure.sources, len(figure.codes)) == ("word", 2, 3)
        assert "1 of 6 readings were never begun and count as missing." in words(card)
        # What is coded later changes the study, not what the round came to.
        study.coding.apply(study.sources.get("S-2"), 10, 20, ["B"])
        assert figures_of(study.rounds.card("Pilot").round) == [figure]
        assert study.agreement.compute(of_round="Pilot").total == figure.differences + 1
        assert "without seeing each other" in " ".join(
            str(one) for one in methods(study.agreement.compute(of_round="Pilot"))
        )
        with pytest.raises(Conflict, match="is closed"):
            study.rounds.mark("Pilot", ["S-1"])


def test_how_far_each_is_comes_from_what_they_did(tmp_path: Path) -> None:
    with coded_study(tmp_path, BOTH[:2]) as study:
        opened(study)
        with open_study(study.store.path, user="Bayu") as other:
            other.sources.update(other.sources.get("S-2"), status="in progress")
            other.rounds.mark("Pilot", ["S-3"])
            assert [state for _, _, state in other.rounds.mine()] == ["begun", "begun", "read"]
            assert len(other.rounds.to_read()) == 2
            assert other.rounds.mark("Pilot", ["S-3"], read=False) == 1
        assert [state for _, _, state in study.rounds.mine()] == ["begun", "to read", "to read"]
        study.rounds.give("Pilot", "S-2", ["Bayu"])
        assert [state for _, _, state in study.rounds.mine()] == ["begun", "to read"]
        with pytest.raises(NotFound, match="not yours to read"):
            study.rounds.mark("Pilot", ["S-2"])
        assert told_round(study.rounds.card("Pilot"), "id")["coders"][0]["sources"] == 3


def test_the_same_person_reads_again_without_seeing_what_they_did(tmp_path: Path) -> None:
    with coded_study(tmp_path, BOTH) as study:
        plan = study.rounds.plan(["Rina"], again=True)
        assert sorted(one.source.name for one in plan.sources) == ["S-1", "S-2"]
        study.rounds.open("Lagi", plan)
        assert study.codings.rows() == []
        source = study.sources.get("S-1")
        study.coding.apply(source, 0, 10, ["A"])
        study.coding.apply(source, 12, 21, ["B"])
        assert [row["start"] for row in study.codings.rows()] == [0, 12]
        # A second reading is nobody else's business until the round is closed.
        with open_study(study.store.path, user="Bayu") as other:
            assert len(other.codings.rows()) == 6
            with pytest.raises(Conflict, match="is open"):
                other.rounds.open("Juga", other.rounds.plan(["Rina"], ["S-1"], overlap=0))
        card = study.rounds.close("Lagi")
        assert "two or more people, 1 by the same person again" in twice(study)
        (figure,) = figures_of(card.round)
        assert figure.coder == study.user.guid
        assert figure.value == pytest.approx(0.9681529)
        # What was coded alike stands once.
        assert len(study.codings.rows()) == 7
        told = study.agreement.compute(of_round="Lagi")
        assert [name for _, name in told.coders] == ["Rina (1)", "Rina (2)"]
        assert told.whole.value == figure.value
        said = " ".join(str(one) for one in methods(told))
        assert "or said in the round that they had read it" in said
        assert "One source alone was compared" in said
        assert "1 of 2 readings was never begun" in words(card)


@pytest.mark.parametrize(("keep", "starts"), [("first", [0, 11]), ("second", [0, 12])])
def test_of_two_readings_one_may_stay(tmp_path: Path, keep: str, starts: list[int]) -> None:
    with coded_study(tmp_path, BOTH[0::2][:2]) as study:
        study.rounds.open("Lagi", study.rounds.plan(["Rina"], again=True))
        source = study.sources.get("S-1")
        study.coding.apply(source, 0, 10, ["A"])
        study.coding.apply(source, 12, 21, ["B"])
        study.rounds.close("Lagi", keep=keep)
        assert [row["start"] for row in study.codings.rows()] == starts
        study.undo()
        assert study.rounds.card("Lagi").round.closed is None
        assert [row["start"] for row in study.codings.rows()] == [0, 12]


def test_codes_that_become_one_while_a_coder_reads_again_leave_both_readings_whole(
    tmp_path: Path,
) -> None:
    with coded_study(
        tmp_path, (("Rina", "S-1", 0, 10, "A"), ("Rina", "S-1", 11, 21, "C"))
    ) as study:
        study.rounds.open("Lagi", study.rounds.plan(["Rina"], again=True))
        source = study.sources.get("S-1")
        study.coding.apply(source, 0, 10, ["B"])
        study.coding.apply(source, 11, 21, ["C"])
        old, new = study.codebook.get("A"), study.codebook.get("B")
        told = study.codebook.merging([old], new)
        assert (told.moved, told.together) == (1, 0)
        study.codebook.merge([old], new)
        (figure,) = figures_of(study.rounds.close("Lagi").round)
        assert (figure.value, figure.differences) == (1.0, 0)
        assert len(study.codings.rows()) == 2


def test_nothing_is_settled_of_what_is_being_read(tmp_path: Path) -> None:
    with coded_study(tmp_path, BOTH, coders=("Anna", "Rina", "Bayu")) as study:
        study.rounds.open("Lagi", study.rounds.plan(["Rina"], ["S-1"], again=True))
        with open_study(study.store.path, user="Rina") as other:
            other.coding.apply(other.sources.get("S-1"), 0, 11, ["A"])
        one = next(each for each in study.agreement.disagreements().found.found)
        with pytest.raises(Conflict, match="Rina reads “S-1” in the round “Lagi”, which is open"):
            study.agreement.settle(one, "both")
        study.rounds.close("Lagi", keep="first")
        study.agreement.settle(one, "both")


def test_a_machine_is_compared_with_people_where_it_is_wanted(tmp_path: Path) -> None:
    with coded_study(tmp_path, BOTH, coders=("Rina", "Bayu", "Mesin")) as study:
        robot = next(one for one in study.users if one.name == "Mesin")
        study.people.update(robot, machine=True)
        study.coding.apply(study.sources.get("S-1"), 0, 10, ["A"], user=robot.guid, origin="rule")
        assert [name for _, name in study.agreement.compute().coders] == ["Rina", "Bayu"]
        wanted = study.agreement.compute(machines=True)
        told = " ".join(translate(one, "en") for one in methods(wanted))
        assert "Mesin is a program; a source in which it marked nothing counts as not read" in told
        assert [name for _, name in wanted.coders] == ["Rina", "Bayu", "Mesin"]
        assert {(one.first, one.second) for one in wanted.pairs} == {
            ("Rina", "Bayu"), ("Rina", "Mesin"), ("Bayu", "Mesin"),
        }  # fmt: skip


def test_one_coder_no_overlap_and_fifty_coders_each_have_their_sentence(tmp_path: Path) -> None:
    names = [f"Orang {n}" for n in range(50)]
    with coded_study(tmp_path, (), coders=names) as study:

        def told(coders: list[str], **how: object) -> str:
            return " ".join(str(one) for one in study.rounds.plan(coders, **how).told())  # type: ignore[arg-type]

        assert "There is one coder" in told(names[:1])
        assert "Nothing is read by two people" in told(names[:2], overlap=0)
        assert "Nothing is left for 47 coders" in told(names, overlap=0)
        everybody = study.rounds.plan(names, overlap=1, readers=50)
        assert {many for many, _ in everybody.loads} == {3}
        study.rounds.open("Semua", everybody)
        assert "No Krippendorff" in words(study.rounds.close("Semua"))


def test_names_are_taken_once_and_a_round_goes_without_its_codings(tmp_path: Path) -> None:
    with coded_study(tmp_path, BOTH) as study:
        opened(study)
        with pytest.raises(Conflict, match="already"):
            opened(study, "pilot", sources=["S-1"])
        study.rounds.rename("Pilot", "Percobaan")
        study.rounds.remove("Percobaan")
        assert (study.rounds.rows(), len(study.codings.rows())) == ([], 6)
        with pytest.raises(NotFound):
            study.rounds.close("Percobaan")
        with pytest.raises(InvalidInput, match="Nobody"):
            study.rounds.plan([])


def report(study: Study, *parts: str) -> str:
    return study.reports.content(".md", "en", list(parts) or ["agreement"]).decode()


def test_a_report_tells_what_was_reckoned_and_where_nothing_can_be(tmp_path: Path) -> None:
    with coded_study(tmp_path, BOTH) as study:
        opened(study)
        card = study.rounds.close("Pilot")
        told = report(study)
        (figure,) = figures_of(card.round)
        assert f"| Pilot | {card.round.closed:%B} " in told
        assert f"\\{round(figure.value or 0, 2)}" in told
        assert "Coders differ in 3 places." in told
        assert "Saturation is where a run of 2" in told
        study.saturation.switch_off("We work reflexively.")
        assert "This study reckons no saturation: We work reflexively." in report(study)
        coreq = study.checklists.file("coreq", ".md", "en").decode()
        assert "This study reckons no saturation: We work reflexively." in coreq


def test_a_report_of_one_coder_says_so(tmp_path: Path) -> None:
    with coded_study(tmp_path, BOTH[::2], coders=("Rina",)) as study:
        assert "Rina coded alone: there is no agreement to tell." in report(study)
    (tmp_path / "none").mkdir()
    with coded_study(tmp_path / "none", (), coders=("Rina",)) as empty:
        told = report(empty)
        assert "Fewer than two people have coded" in told
        assert "Nothing is coded yet" in told
