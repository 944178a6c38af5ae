from __future__ import annotations

from pathlib import Path

from support.commands import call
from support.studies import small_study


def test_a_rule_codes_what_it_matches(tmp_path: Path) -> None:
    small_study(tmp_path).close()
    study = tmp_path / "small.jejak"
    rule = ("--code", "Anonim", "--text", "akun")
    assert call("autocode", study, *rule, "--dry-run").err == "3 found, 0 coded.\n"
    assert call("autocode", study, *rule).err == "3 found, 3 coded.\n"
    before = study.read_bytes()
    for words in (("--code", "Anonim"), (*rule, "--unit", "page"), ("--code", "No", "--text", "a")):
        assert call("autocode", study, *words).code in {2, 3}
    assert study.read_bytes() == before
