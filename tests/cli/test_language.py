from __future__ import annotations

import pytest

from jejak.cli.language import language, tell
from jejak.model import say


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ({}, "en"),
        ({"LANG": "id_ID.UTF-8"}, "id"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "id_ID.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_GB", "JEJAK_LANG": "id"}, "id"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
    ],
)
def test_the_system_says_which_language(
    monkeypatch: pytest.MonkeyPatch, said: dict[str, str], wanted: str
) -> None:
    for name in ("JEJAK_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in said.items():
        monkeypatch.setenv(name, value)
    assert language() == wanted
    found = tell(say("Nothing was found."))
    assert found == ("Tidak ada yang ditemukan." if wanted == "id" else "Nothing was found.")
