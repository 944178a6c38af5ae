from __future__ import annotations

from pathlib import Path

import pytest

from jejak.services.autocode import Rule
from support.studies import small_study


@pytest.mark.parametrize(
    "what", [{"text": "palsu"}, {"regex": "palsu"}, {"speaker": "G"}, {"query": "text:palsu"}]
)
def test_a_rule_keeps_to_the_kinds_of_sources_it_names(
    tmp_path: Path, what: dict[str, str]
) -> None:
    with small_study(tmp_path) as study:
        (kind,) = {source.kind for source in study.sources.all()}
        there = study.autocoding.apply(Rule("Anonim", **what, kinds=(kind,)), dry_run=True)
        elsewhere = study.autocoding.apply(Rule("Anonim", **what, kinds=("survey",)), dry_run=True)
    assert there.spans
    assert not elsewhere.spans
