from __future__ import annotations

import json
from pathlib import Path

from jejak.store.log_file import check_log, log_lines
from support.studies import small_study


def _lines(folder: Path) -> list[str]:
    with small_study(folder) as study, study.store.read() as rows:
        return [json.dumps(one) for one in log_lines(rows.conn, lambda verb: verb.text)]


def test_the_chain_of_a_log_holds_without_the_study(tmp_path: Path) -> None:
    lines = _lines(tmp_path)
    assert check_log(lines) == (7, None)
    assert check_log([line.encode() + b"\n" for line in lines]) == (7, None)


def test_any_line_that_was_altered_left_out_or_broken_shows(tmp_path: Path) -> None:
    lines = _lines(tmp_path)
    for name, value in (("verb", "Nothing"), ("time", 5), ("undoes", 2), ("payload_digest", "00")):
        row = json.loads(lines[3])
        count, problem = check_log([*lines[:3], json.dumps({**row, name: value}), *lines[4:]])
        assert problem is not None, name
        assert (count, problem.code, problem.where) == (3, "history", "4")
    for broken in ("{", "[]", "{}", '{"seq": 4}'):
        assert check_log([*lines[:3], broken])[0] == 3
    assert check_log(lines[1:])[0] == 0
    assert check_log([*lines[:2], *lines[3:]])[0] == 2
