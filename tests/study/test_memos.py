from __future__ import annotations

from pathlib import Path

import pytest

from jejak.errors import NotFound
from support.studies import small_study


def test_memos_are_found_by_title(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        code, source = study.codes["Anonim"], study.sources["S-01"]
        about = [("code", code.guid), ("source", source.guid)]
        study.memos.add("Catatan", "isi", about=about)
        memo = study.memos["catatan"]
        assert memo == study.memos[memo.guid]
        assert (memo.body, memo.kind, memo.author) == ("isi", "theoretical", "Rina")
        assert memo.about == about
        assert study.memos.frame().row(0, named=True)["about"] == ["code Anonim", "source S-01"]
        memo.update(title="Lain", kind="method")
        assert memo._repr_markdown_() == "**Lain** (method, Rina)\n\nisi"
        assert study.memos.keys() == ["Lain"]
        memo.remove()
        with pytest.raises(NotFound):
            study.memos["Lain"]
