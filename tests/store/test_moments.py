"""A study as it stood earlier: everything that can be read of a study can be read of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from jejak.errors import NotAllowed
from jejak.model import Coding
from support.studies import small_study


def test_an_earlier_moment_is_counted_checked_and_reported(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        study.findings.add("Murah.", codes=["Murah"])
        seq = study.store.head
        study.coding.remove([coding.guid for coding in study.store.all(Coding)])
        with study.at(seq) as then:
            assert then.displays.compute("code-frequencies", {"by": "source.kind"}).caption.n == 2
            assert len(then.displays.compute("code-cooccurrence").rows) == 2
            assert [card.unweighed for card in then.findings.cards()] == [1]
            assert len(then.find("code:*").frame()) == 2
            assert "Murah." in then.reports.html("en")
            with pytest.raises(NotAllowed):
                then.protection.withdraw(study.cases.add("P-1"))
