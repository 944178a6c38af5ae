from __future__ import annotations

from pathlib import Path

import pytest

from jejak.web.remembered import Remembered


def test_the_secret_is_the_same_at_every_start_and_for_its_owner_alone(tmp_path: Path) -> None:
    study = tmp_path / "study.jejak"
    secret = Remembered(tmp_path / "state").secret(study)
    assert len(secret) == 64
    assert Remembered(tmp_path / "state").secret(study) == secret
    assert Remembered(tmp_path / "state").secret(tmp_path / "other.jejak") != secret
    assert (tmp_path / "state" / "secret").stat().st_mode & 0o077 == 0


def test_the_port_of_a_study_is_remembered_without_its_name(tmp_path: Path) -> None:
    kept, study = Remembered(tmp_path), tmp_path / "rahasia.jejak"
    assert kept.port(study) == 0
    kept.keep_port(study, 8123)
    assert Remembered(tmp_path).port(study) == 8123
    assert kept.port(tmp_path / "other.jejak") == 0
    assert "rahasia" not in (tmp_path / "ports.json").read_text("utf-8")


@pytest.mark.parametrize("rubbish", ["{", "[1]", '{"x": "y"}'])
def test_what_cannot_be_read_or_kept_is_forgotten(tmp_path: Path, rubbish: str) -> None:
    (tmp_path / "ports.json").write_text(rubbish, "utf-8")
    assert Remembered(tmp_path).port(tmp_path) == 0
    (tmp_path / "file").write_text("", "utf-8")
    nowhere = Remembered(tmp_path / "file")
    nowhere.keep_port(tmp_path, 8123)
    assert nowhere.port(tmp_path) == 0
    assert nowhere.secret(tmp_path) != nowhere.secret(tmp_path)


def test_the_folder_is_the_systems_or_the_one_that_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("JEJAK_STATE", raising=False)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "xdg"))
    monkeypatch.setattr("sys.platform", "linux")
    Remembered().secret(tmp_path)
    assert (tmp_path / "xdg" / "jejak" / "secret").is_file()
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    monkeypatch.setattr("sys.platform", "win32")
    Remembered().secret(tmp_path)
    assert (tmp_path / "local" / "Jejak" / "secret").is_file()
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", "darwin")
    Remembered().secret(tmp_path)
    assert (tmp_path / "Library" / "Application Support" / "Jejak" / "secret").is_file()
    monkeypatch.setenv("JEJAK_STATE", str(tmp_path / "chosen"))
    Remembered().secret(tmp_path)
    assert (tmp_path / "chosen" / "secret").is_file()
