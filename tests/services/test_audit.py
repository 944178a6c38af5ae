from __future__ import annotations

import csv
import io
import re
import zipfile
from pathlib import Path

import pytest

from jejak.errors import Conflict, InvalidInput, NotFound
from jejak.store.log_file import check_log
from jejak.study import Study
from support.studies import named_study, small_study

SECRET = re.compile(r"budi|santoso|sari|dewi|rahasia|pewawancara:", re.IGNORECASE)


def _counts(study: Study) -> dict[str, dict[str, int]]:
    return {
        one.name: {kind: count for kind, (_, count) in one.counts.items()}
        for one in study.audit.categories()
    }


def test_everything_is_counted_in_its_category_and_what_is_not_there_too(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        study.memos.add("Cara", "Satu", "method")
        study.memos.add("Aku", "Dua", "reflexive")
        counts = _counts(study)
        assert list(counts) == [
            "raw", "reduction", "synthesis", "process", "intentions", "instruments",
        ]  # fmt: skip
        assert counts["raw"] == {"source": 1, "case": 0, "value": 0, "speaker": 0}
        assert (counts["reduction"]["code"], counts["reduction"]["coding"]) == (3, 2)
        assert counts["process"]["memo"] == counts["intentions"]["memo"] == 1
        missing = [words.text for words in study.audit.categories()[0].missing]
        assert missing == ["cases", "what is known of cases and sources", "speakers"]


def test_a_thing_is_put_elsewhere_and_back_and_both_are_undone(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        source = study.sources.get("S-01")
        assert study.audit.put("source", source.guid, "instruments") == "instruments"
        assert _counts(study)["instruments"]["source"] == 1
        assert any(
            file.path == "6-instrument-development/texts/S-01.txt" for file in study.audit.files()
        )
        assert study.audit.put("source", source.guid, None) == "raw"
        study.undo()
        assert _counts(study)["instruments"]["source"] == 1
        study.undo()
        assert _counts(study)["instruments"]["source"] == 0
        with pytest.raises(InvalidInput):
            study.audit.put("source", source.guid, "horoscope")
        with pytest.raises(InvalidInput):
            study.audit.put("planet", source.guid, "raw")
        with pytest.raises(NotFound):
            study.audit.put("memo", source.guid, "raw")


@pytest.fixture(scope="module")
def trail(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of a study with real names and a hidden attribute."""
    folder = tmp_path_factory.mktemp("trail")
    with named_study(folder) as study:
        study.memos.add("Catatan", "Budi ragu-ragu, katanya.", "method")
        finding = study.findings.add("Budi Santoso membeli.", scope='case.upah = "rahasia-M-1"')
        study.verification.add(finding, "feedback", case="M-1", answer="agree", comment="Kata Budi")
        study.verification.add(
            finding, "search", query='case.upah = "rahasia-M-1"', inspected=2, found=0
        )
        study.sets.add("Kaya", "case", query='case.upah = "rahasia-M-1"')
        study.displays.save("Upah", "code-frequencies", {"by": "case.upah"})
        study.displays.save("Budi", "code-frequencies", {})
        with zipfile.ZipFile(io.BytesIO(study.audit.content("en"))) as packed:
            return {name: packed.read(name) for name in packed.namelist()}


def test_no_real_name_and_no_hidden_value_is_in_any_file(trail: dict[str, bytes]) -> None:
    for name, content in trail.items():
        found = SECRET.search(content.decode("utf-8"))
        assert found is None, (name, found)
        assert SECRET.search(name) is None
    text = trail["1-raw-data/texts/T.txt"].decode()
    assert text.splitlines()[1] == "M-1: Saya M-1 dari Bandung."


def test_tables_tell_things_by_their_names(trail: dict[str, bytes]) -> None:
    rows = list(
        csv.DictReader(io.StringIO(trail["4-process-notes/feedback.csv"].decode("utf-8-sig")))
    )
    assert [(one["finding"], one["case"], one["answer"], one["comment"]) for one in rows] == [
        ("F1", "M-1", "agree", "Kata M-1")
    ]
    # Searches and sets that ask for what stays are left out, what is known of cases is not.
    assert "4-process-notes/searches.csv" not in trail
    assert "2-reduction-and-analysis/sets.csv" not in trail
    values = trail["1-raw-data/attribute-values.csv"].decode("utf-8-sig")
    assert values.count("penjual") == 2


def test_the_first_page_leads_to_every_file_and_says_what_is_missing(
    trail: dict[str, bytes],
) -> None:
    page = trail["index.html"].decode()
    for name in trail.keys() - {"index.html"}:
        assert f">{name}</a>" in page, name
    assert '<article id="en" lang="en">' in page
    assert '<article id="id" lang="id">' in page
    assert "Not in the study: " in page
    assert "Tidak ada di dalam studi: " in page


def test_the_log_is_checked_with_and_without_jejak(
    trail: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    log = trail["4-process-notes/log/history.jsonl"]
    count, problem = check_log(log.splitlines())
    assert (count, problem) == (len(log.splitlines()), None)
    (tmp_path / "history.jsonl").write_bytes(log)
    monkeypatch.chdir(tmp_path)
    program = trail["4-process-notes/log/README.md"].decode().split("```")[1].removeprefix("python")
    exec(compile(program, "README", "exec"), {})  # noqa: S102  (what the file tells people to do)
    assert f"whole: {count} changes" in capsys.readouterr().out
    (tmp_path / "history.jsonl").write_bytes(log.replace(b'"seq": 3,', b'"seq": 4,'))
    with pytest.raises(AssertionError, match="altered"):
        exec(compile(program, "README", "exec"), {})  # noqa: S102


def test_a_folder_is_written_only_where_nothing_is(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        out = study.audit.write(tmp_path / "trail")
        assert (out / "index.html").is_file()
        assert (out / "1-raw-data" / "texts" / "S-01.txt").read_text("utf-8").startswith("P: Pakai")
        with pytest.raises(Conflict):
            study.audit.write(out)
        assert zipfile.is_zipfile(study.audit.write(tmp_path / "trail.zip"))
