from __future__ import annotations

import sys
from pathlib import Path

import pytest

from jejak import query
from jejak.errors import InvalidInput, MissingExtra, NotFound
from support.studies import small_study


def test_a_display_is_a_frame_a_chart_and_a_file(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        view = study.display("code-frequencies", by="source.kind")
        frame = view.frame()
        assert frame.columns[0] == "Kode"
        assert frame.row(frame["Kode"].to_list().index("Triple-A/Anonim"))[1] == 1
        assert view.cell("Triple-A/Anonim", view.matrix.columns[0].key).value == 1
        assert view.cell("Anonim", view.matrix.columns[0].key).query
        assert view.chart().to_dict()["data"]
        bundle = view._repr_mimebundle_(include=None, exclude=None)
        assert {"text/html", "text/plain", "application/vnd.vegalite.v6+json"} == set(bundle)
        assert "<table" in str(bundle["text/html"])
        assert view.save(tmp_path / "f.csv").read_bytes()
        with pytest.raises(InvalidInput):
            view.save(tmp_path / "f.odt")
        with pytest.raises(NotFound):
            view.cell("Anonim", "nothing")
        assert repr(view).startswith("<Display code-frequencies: ")


def test_a_display_has_a_filter_and_a_short_name(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        both = study.display("cooccurrence", filter=query.compare("weight", ">", 50))
        assert (both.matrix.kind, both.matrix.caption.n) == ("code-cooccurrence", 1)
        assert study.display("cooccurrence").matrix.caption.n == 2
        with pytest.raises(NotFound):
            study.display("nothing")
        with pytest.raises(InvalidInput):
            study.display("cooccurrence", colour="red")


def test_nothing_to_draw_and_nothing_to_draw_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with small_study(tmp_path) as study:
        for code in list(study.codes)[:1]:
            code.remove()
        empty = study.display("cooccurrence")
        assert "application/vnd.vegalite.v6+json" not in empty._repr_mimebundle_()
        with pytest.raises(NotFound):
            empty.chart()
        monkeypatch.setitem(sys.modules, "altair", None)
        with pytest.raises(MissingExtra):
            empty.chart()
