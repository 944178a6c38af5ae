from __future__ import annotations

from importlib import metadata

import pytest

from jejak.cli import doctor
from support.commands import call


def test_it_says_what_is_installed() -> None:
    rows = {row["part"]: row for row in call("doctor", "--json").json}
    assert rows["sqlite"]["ok"]
    assert rows["frames"]["version"].startswith("polars ")
    assert {"jejak", "python", "files", "web"} <= set(rows)


def test_what_is_missing_is_named_with_the_way_to_install_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def version(name: str) -> str:
        if name == "polars":
            raise metadata.PackageNotFoundError(name)
        return metadata.version(name)

    monkeypatch.setattr(doctor, "version", version)
    done = call("doctor")
    assert done.code == 0
    (line,) = [line for line in done.out.splitlines() if line.split()[:2] == ["✗", "frames"]]
    assert "pip install 'jejak[frames]'" in line
