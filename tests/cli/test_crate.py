from __future__ import annotations

import json
from pathlib import Path
from zipfile import ZipFile

from support.commands import call
from support.studies import small_study


def test_a_crate_is_a_folder_or_a_zip(tmp_path: Path) -> None:
    small_study(tmp_path).close()
    study = tmp_path / "small.jejak"
    done = call("crate", study, "-o", tmp_path / "c.zip", "--lang", "en", "--license", "CC0-1.0")
    assert done.code == 0, done.err
    assert "c.zip" in done.err
    with ZipFile(tmp_path / "c.zip") as archive:
        assert archive.namelist()[0] == "ro-crate-metadata.json"
        told = json.loads(archive.read("ro-crate-metadata.json"))
    root = next(one for one in told["@graph"] if one["@id"] == "./")
    assert root["license"] == {"@id": "https://spdx.org/licenses/CC0-1.0"}
    assert call("crate", study, "-o", tmp_path).code != 0
