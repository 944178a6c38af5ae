from __future__ import annotations

from pathlib import Path

from support.commands import call
from support.studies import small_study


def test_words_are_written_listed_changed_and_removed(tmp_path: Path) -> None:
    small_study(tmp_path).close()
    study = tmp_path / "small.jejak"
    own = ("--template", "article", "--lang", "en")
    done = call("prose", study, *own, "--at", "discussion", "--text", "Artinya banyak.")
    assert done.code == 0, done.err
    listed = call("prose", study, *own, "--json")
    assert '"name": "discussion"' in listed.out
    assert "Artinya banyak." in listed.out
    guid = listed.out.partition('"guid": "')[2][:36]
    assert call("prose", study, "--change", guid, "--text", "Lain.", "--at", "limits").code == 0
    told = call("prose", study, *own).out
    assert "Lain." in told
    assert "Limitations" in told
    assert "discussion" in call("prose", study, *own, "--places").out
    assert call("prose", study, "--remove", guid).code == 0
    assert "Lain." not in call("prose", study, *own).out
    assert call("prose", study, "--at", "limits").code == 2
