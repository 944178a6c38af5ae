"""Agreement in a study: who is compared, over what, and what is said where nothing can be."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from jejak.analysis.agreement import COEFFICIENTS, Ratings, cohen_kappa, joint_alpha
from jejak.analysis.agreement.reasons import ALL_ALIKE
from jejak.errors import InvalidInput, NotFound
from jejak.services.agreed import Agreed, Question
from jejak.services.agreement_told import methods, remarks
from jejak.study import open_study
from support.coders import TEXT, coded_study

BOTH = (
    ("Rina", "S-1", 0, 10, "A"), ("Bayu", "S-1", 0, 12, "A"),
    ("Rina", "S-1", 11, 21, "B"), ("Bayu", "S-1", 22, 30, "B"),
    ("Rina", "S-2", 0, 5, "A"), ("Bayu", "S-2", 0, 5, "A"),
)  # fmt: skip
ALONE = ("Rina", "S-3", 0, 10, "A")


def words(agreed: Agreed) -> str:
    return " ".join(str(one) for one in [*methods(agreed), *remarks(agreed)])


def test_what_one_of_them_did_not_read_is_missing(tmp_path: Path) -> None:
    with coded_study(tmp_path, [*BOTH, ALONE]) as study:
        agreed = study.agreement.compute()
        length = len(TEXT)
        rows = [(c, s, e, v, source) for c, source, s, e, v in BOTH]
        spans = Ratings.from_spans(rows, lengths={"S-1": length, "S-2": length}, values="ABC")
    assert agreed.shared == ("S-1", "S-2")
    assert agreed.characters == 2 * length
    assert agreed.whole.value == pytest.approx(joint_alpha(spans).value)
    assert [one.stretches for one in agreed.codes] == [(3, 2), (1, 1), (0, 0)]
    # Two sources are too few for an interval.
    assert (agreed.whole.low, agreed.whole.without_one is None) == (None, False)
    assert "Fewer than ten sources" in words(agreed)


def test_who_read_what_may_be_stated(tmp_path: Path) -> None:
    with coded_study(tmp_path, [*BOTH, ALONE]) as study:
        stated = study.agreement.compute(read={"Bayu": ["*"]})
        assert stated.shared == ("S-1", "S-2", "S-3")
        assert "was stated" in words(stated)
        assert (stated.whole.value or 0) < (study.agreement.compute().whole.value or 0)
        with pytest.raises(NotFound, match="Budi"):
            study.agreement.compute(read={"Budi": ["S-1"]})
        with pytest.raises(NotFound, match="S-9"):
            study.agreement.compute(read={"Bayu": ["S-9"]})


def test_who_set_a_source_to_coded_has_read_it(tmp_path: Path) -> None:
    with coded_study(tmp_path, [*BOTH, ALONE]) as study:
        with open_study(study.store.path, user="Bayu") as other:
            other.sources.update(other.sources.get("S-3"), status="coded")
        assert study.agreement.compute().shared == ("S-1", "S-2", "S-3")
        with open_study(study.store.path, user="Bayu") as other:
            other.undo()
        assert study.agreement.compute().shared == ("S-1", "S-2")


def test_places_where_they_differ_come_with_the_longest_first(tmp_path: Path) -> None:
    with coded_study(tmp_path, BOTH) as study:
        agreed = study.agreement.compute()
    assert agreed.total == 3
    first, second, third = agreed.places
    assert (first.start, first.end, first.code_name, first.text) == (11, 21, "B", "abcdefghij")
    assert (first.coded, first.without) == (("Rina",), ("Bayu",))
    assert (second.coded, second.without) == (("Bayu",), ("Rina",))
    assert str(first.told()) == "Rina coded it; Bayu did not."
    assert (third.start, third.end, third.without, third.apart) == (0, 12, (), 2.0)
    assert "begins or ends" in str(third.told())
    # By code: those agreed on least first, those without a value last.
    assert [one.name for one in agreed.ranked()] == ["B", "A", "C"]


def test_by_code_a_coefficient_of_units_is_that_of_each_against_the_rest(tmp_path: Path) -> None:
    with coded_study(tmp_path, BOTH) as study:
        found = study.agreement.compute(Question("cohen-kappa", "source"))
        # Of two sources both have A everywhere and B in the first.
        assert [one.coefficient.value for one in found.codes] == [None, 1.0, None]
        assert "Everybody used this code everywhere" in str(found.codes[0].coefficient.reason)
        assert "Nobody used this code" in str(found.codes[2].coefficient.reason)
        words_ = study.agreement.compute(Question("cohen-kappa", "word", {"weights": "identity"}))
        table = [[1, 0, 0, 0, 0] + [0] * 5, [1, 0, 0, 0, 0] + [0] * 5]
        table[0][5], table[1][5] = 1, 1
        assert words_.codes[0].coefficient.value is not None
        both = cohen_kappa(Ratings.from_table(table)).value
        assert (both, words_.whole.units) == (1.0, 10)
        for unit in ("sentence", "block"):
            assert study.agreement.compute(Question("percent", unit)).whole.value is not None


@pytest.mark.parametrize("measure", ["u-alpha", "cu-alpha", "k-u-alpha", "binary-u-alpha"])
def test_stretches_that_exclude_each_other(tmp_path: Path, measure: str) -> None:
    with coded_study(tmp_path, BOTH) as study:
        agreed = study.agreement.compute(Question(measure))
    assert agreed.exclusive
    assert agreed.whole.value is not None
    assert agreed.codes[0].coefficient.value is not None
    assert "stretches as coders marked them" in words(agreed)


@pytest.mark.parametrize(
    "measure",
    [
        "gamma",
        "boundary-similarity",
        "p-k",
        "window-diff",
        "span-f1",
        "span-jaccard",
        "holsti",
        "gwet-ac",
        "conger-kappa",
        "joint-alpha",
        "set-alpha",
    ],
)
def test_every_other_measure_has_its_way(tmp_path: Path, measure: str) -> None:
    with coded_study(tmp_path, BOTH) as study:
        agreed = study.agreement.compute(Question(measure))
    assert agreed.whole.value is not None
    assert agreed.codes[1].coefficient.value is not None


def test_codes_that_overlap_are_named_where_values_must_exclude_each_other(tmp_path: Path) -> None:
    with coded_study(tmp_path, [*BOTH, ("Rina", "S-1", 5, 9, "C")]) as study:
        assert study.agreement.compute().whole.value is not None
        for measure in ("cu-alpha", "fleiss-kappa"):
            agreed = study.agreement.compute(Question(measure))
            assert agreed.whole.value is None
            assert "Rina has “A” and “C”" in str(agreed.whole.reason)
        assert agreed.codes[0].coefficient.value is not None


def test_a_named_code_takes_all_below_it(tmp_path: Path) -> None:
    with coded_study(tmp_path, BOTH) as study:
        top = study.codebook.add("Top")
        for name in ("A", "B"):
            study.codebook.move(study.codebook.get(name), top.guid)
        (one,) = study.agreement.compute(codes=["Top"]).codes
        assert one.stretches == (3, 3)
        names = [each.name for each in study.agreement.compute(codes=["Top", "Top/B"]).codes]
        assert names == ["Top", "Top/B"]
        below = study.agreement.compute(Question("cu-alpha"), codes=["Top/*"])
        assert [each.name for each in below.codes] == ["Top/A", "Top/B"]
        assert "It rests on" in words(below)
        assert "correction margin" in words(below)


def test_one_coder_alone_is_told(tmp_path: Path) -> None:
    with coded_study(tmp_path, [ALONE]) as study:
        agreed = study.agreement.compute()
    assert agreed.whole.value is None
    assert remarks(agreed) == [agreed.whole.reason]
    assert str(agreed.whole.reason) == "Only one person coded: agreement needs two."
    assert str(methods(agreed)[0]).startswith("No source was read by two coders")


def test_nothing_that_both_read_is_told(tmp_path: Path) -> None:
    with coded_study(tmp_path, [ALONE, ("Bayu", "S-1", 0, 4, "A")]) as study:
        for measure in ("alpha", "percent", "cu-alpha", "span-f1"):
            agreed = study.agreement.compute(Question(measure))
            assert "No two people read the same text" in str(agreed.whole.reason)
            assert " 0 " not in " ".join(str(one) for one in methods(agreed))


def test_identical_codings_are_one_and_codings_of_the_same_coder_twice_are_no_matter(
    tmp_path: Path,
) -> None:
    same = [(c, s, a, e, v) for c in ("Rina", "Bayu") for _, s, a, e, v in BOTH[::2]]
    with coded_study(tmp_path, [*same, ("Rina", "S-1", 2, 8, "A")]) as study:
        agreed = study.agreement.compute()
    assert (agreed.whole.value, agreed.total) == (1.0, 0)
    assert "applied alike" in words(agreed)


def test_fifty_coders(tmp_path: Path) -> None:
    names = [f"Coder {n}" for n in range(50)]
    with coded_study(
        tmp_path, [(name, "S-1", 0, 10, "A") for name in names], coders=names
    ) as study:
        agreed = study.agreement.compute()
        assert (len(agreed.coders), len(agreed.pairs), agreed.whole.value) == (50, 1225, 1.0)
        three = study.agreement.compute(coders=names[:3])
    assert [(one.first, one.second) for one in three.pairs] == [
        ("Coder 0", "Coder 1"), ("Coder 0", "Coder 2"), ("Coder 1", "Coder 2"),
    ]  # fmt: skip


def test_where_nobody_coded_nobody_is_told_of(tmp_path: Path) -> None:
    with coded_study(tmp_path, ()) as study:
        told = {
            str(study.agreement.compute(Question(one)).whole.reason) for one in COEFFICIENTS.names()
        }
    assert told == {"Nobody has coded anything yet: agreement needs two."}


def test_what_is_everywhere_or_nowhere_has_no_value_jointly_either(tmp_path: Path) -> None:
    rows = [(who, "S-1", 0, len(TEXT), "A") for who in ("Rina", "Bayu")]
    with coded_study(tmp_path, rows) as study:
        for measure in COEFFICIENTS.names():

            def reason(codes: list[str] | None, measure: str = measure) -> str:
                whole = study.agreement.compute(Question(measure), codes=codes).whole
                assert whole.value is None, measure
                return str(whole.reason)

            assert reason(None) == str(ALL_ALIKE)
            assert reason(["A"]).startswith("Everybody used this code everywhere")
            assert reason(["B", "C"]) == "Nobody coded anything in what several people read."


def test_where_gamma_has_too_much_to_look_through_a_sentence_says_so(tmp_path: Path) -> None:
    names = [f"Coder {n}" for n in range(50)]
    rows = [(name, "S-1", n % 3, 20 + n % 2, "A") for n, name in enumerate(names)]
    with coded_study(tmp_path, rows, coders=names) as study:
        agreed = study.agreement.compute(Question("gamma"))
        assert agreed.whole.value is None
        assert "more than 100000 ways" in str(agreed.whole.reason)
        assert study.agreement.compute(Question("gamma"), coders=names[:3]).whole.value is not None


def test_it_is_said_which_coefficient_it_is_of_one_code_and_of_all(tmp_path: Path) -> None:
    with coded_study(tmp_path, BOTH) as study:

        def told(measure: str, **how: object) -> str:
            return words(study.agreement.compute(Question(measure, **how)))  # type: ignore[arg-type]

        assert "Of one code by itself it is Binary uα, coded or not." in told("u-alpha")
        assert "Of one code by itself it is (k)uα, one value." in told("cu-alpha")
        assert "Of all jointly it is cuα, what stretches were called." in told("k-u-alpha")
        for same in ("alpha", "set-alpha", "joint-alpha", "gamma", "cohen-kappa"):
            assert "Of one code by itself it is" not in told(same)
        weighed = told("cohen-kappa", options={"weights": "linear"}, unit="word")
        assert "uncoded comes first in the order that weights go by, then A, B, C" in weighed
        assert "a word in which somebody has several codes counts as the one" in weighed
        assert "order that weights" not in told("cohen-kappa")
        study.coding.apply(study.sources.get("S-1"), 5, 12, ["B"])
        apart = told("cohen-kappa", options={"weights": "linear"})
        assert "by itself; of all jointly it is not defined" in apart
        assert "weights change nothing" in apart
        assert "Jointly" not in apart


def test_of_more_than_two_coders_it_is_said_that_pairs_are_averaged(tmp_path: Path) -> None:
    rows = [*BOTH, ("Anna", "S-1", 0, 9, "A")]
    with coded_study(tmp_path, rows, coders=("Rina", "Bayu", "Anna")) as study:
        for measure in ("cohen-kappa", "holsti", "span-f1", "p-k"):
            agreed = study.agreement.compute(Question(measure))
            assert "it is the mean over all pairs of them" in words(agreed)
        assert "mean over all pairs" not in words(study.agreement.compute(Question("fleiss-kappa")))


def test_samples_without_a_value_are_told_of(tmp_path: Path) -> None:
    texts = {f"S-{n:02}": f"{TEXT}{n}" for n in range(12)}
    rows = [(who, "S-00", 0, end, "A") for who, end in (("Rina", 9), ("Bayu", 12))]
    with coded_study(tmp_path, rows, texts=texts) as study:
        agreed = study.agreement.compute(read={"Rina": ["*"], "Bayu": ["*"]})
    assert agreed.codes[0].coefficient.undefined > 0
    assert f"at most {agreed.codes[0].coefficient.undefined} of one code" in words(agreed)


@pytest.mark.parametrize(
    ("measure", "options", "hint"),
    [
        ("gamma", {"samples": "many"}, "whole number"),
        ("gamma", {"samples": 2.5}, "whole number"),
        ("span-f1", {"overlap": "half"}, "Give a number"),
        ("boundary-similarity", {"reach": True}, "whole number"),
        ("cohen-kappa", {"weights": "heavy"}, "linear"),
        ("cu-alpha", {"correction": 3}, "margin"),
    ],
)
def test_a_setting_that_makes_no_sense_is_refused(
    tmp_path: Path, measure: str, options: dict[str, object], hint: str
) -> None:
    with coded_study(tmp_path, BOTH) as study, pytest.raises(InvalidInput, match=hint):
        study.agreement.compute(Question(measure, options=options))


def test_what_rules_coded_does_not_count(tmp_path: Path) -> None:
    with coded_study(tmp_path, BOTH) as study:
        before = study.agreement.compute().whole
        study.coding.apply(study.sources.get("S-1"), 30, 40, ["C"], origin="rule")
        agreed = study.agreement.compute()
    assert agreed.left_out == 1
    assert agreed.whole.value == before.value
    assert "1 coding by rule" in words(agreed)


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    with coded_study(tmp_path, BOTH) as study:
        for asked in (
            Question("delta"),
            Question("alpha", "page"),
            Question(options={"weights": 1}),
        ):
            with pytest.raises((NotFound, InvalidInput)):
                study.agreement.compute(asked)
        with pytest.raises(NotFound):
            study.agreement.compute(codes=["Nowhere"])


def test_coders_leave_as_privacy_says(tmp_path: Path) -> None:
    with coded_study(tmp_path, BOTH) as study:
        study.about.set_privacy(coders="none")
        file = study.agreement.write(study.agreement.compute(), tmp_path / "agreement.csv")
        text = file.read_text("utf-8-sig")
        agreed = study.agreement.compute()
        word = study.agreement.write(agreed, tmp_path / "agreement.docx")
        with ZipFile(word) as packed:
            inside = packed.read("word/document.xml").decode()
    assert "All codes jointly" in inside
    assert f"{agreed.whole.value:.3f}" in inside
    assert "Rina" not in inside
    assert text.startswith("code")
    assert "Rina" not in text
    assert "Bayu" not in text
