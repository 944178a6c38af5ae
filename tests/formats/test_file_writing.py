from __future__ import annotations

import errno
from pathlib import Path

import pytest

from jejak.errors import InvalidInput, StoreFailure
from jejak.formats import file_writing
from jejak.formats.file_writing import write_whole


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write_whole(path, b"one")
    path.chmod(0o640)
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert path.stat().st_mode & 0o777 == 0o640
    assert [one.name for one in tmp_path.iterdir()] == ["a.csv"]


def test_what_cannot_be_written_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(InvalidInput):
        write_whole(tmp_path, b"")
    with pytest.raises(InvalidInput):
        write_whole(tmp_path / "none" / "a.csv", b"")
    path = tmp_path / "a.csv"
    write_whole(path, b"one")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(file_writing.Path, "replace", full)
    with pytest.raises(StoreFailure) as caught:
        write_whole(path, b"two")
    assert caught.value.code == "disk-full"
    assert path.read_bytes() == b"one"
    assert [one.name for one in tmp_path.iterdir()] == ["a.csv"]
