from __future__ import annotations

from pathlib import Path

import pytest

from jejak.errors import Conflict, InvalidInput, NotFound
from support.studies import small_study


def test_words_are_selected_and_coded(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        source = study.sources["S-01"]
        quote = source.select("Tidak takut ketahuan?")
        with study.change("First pass"):
            (coding,) = quote.code("Anonim", memo="takut", weight=40)
        assert (quote.text, quote.codes, quote.coders) == (
            "Tidak takut ketahuan?",
            ("Triple-A/Anonim",),
            ("Rina",),
        )
        assert (coding.code, coding.coder, coding.weight) == ("Triple-A/Anonim", "Rina", 40)
        assert coding.name == "Triple-A/Anonim (Rina)"
        assert quote == coding.passage == source.select(quote.start, quote.end)
        assert len({quote, coding.passage}) == 1
        assert study.history(limit=1)[0].verb.args == {"title": "First pass"}
        assert quote.codings.frame()["weight"].to_list() == [40]
        assert quote.context(3) == ("P: ", "\nG:")
        assert "Tidak takut" in repr(quote)


def test_codings_are_changed_and_taken_away(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        quote = study.sources["S-01"].select("Takut", suffix=", tapi")
        quote.code(study.codes["Anonim"], "Murah")
        anonymous = next(one for one in quote.codings if one.code.endswith("Anonim"))
        anonymous.update(weight=10, end=quote.end + 1)
        anonymous.memo("Sebentar")
        assert anonymous.passage.text == "Takut,"
        assert [memo.name for memo in study.memos] == ["Sebentar"]
        assert quote.uncode("anonim") == 0
        assert quote.uncode("triple-a/murah") == 1
        assert quote.codes == ()
        anonymous.update(code="Murah")
        assert anonymous.code == "Triple-A/Murah"
        anonymous.remove()
        assert anonymous.guid not in study.codings.frame()["guid"].to_list()


def test_a_passage_that_is_none_is_refused(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        source = study.sources["S-01"]
        with pytest.raises(NotFound):
            source.select("nothing of the kind")
        with pytest.raises(Conflict):
            source.select("palsu")
        for span in ((5, 2), (0, 10_000), (3, 3)):
            with pytest.raises(InvalidInput):
                source.select(*span)
        with pytest.raises(InvalidInput):
            source.select(5)  # type: ignore[call-overload]
