from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from jejak.analysis.text import word_key
from jejak.analysis.words.columns import words_of
from jejak.model import Coding, Evidence, Finding, Link, Segment, Set
from jejak.model.query import word
from support.studies import small_study


def test_memos_findings_and_sets_are_asked_of_the_study(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        coding = study.store.all(Coding)[0]
        segment = study.store.all(Segment)[1]
        study.memos.add("Catatan", "tentang murah", about=[("coding", coding.guid)])
        finding = Finding(label="F1", statement="x", user=study.user.guid)
        ours = Set(name="Ronde 1", of="segment")
        asked = Set(name="Murah saja", of="segment", query="code:Murah")
        sources = Set(name="Sumber", of="source")
        with study.change("conclude") as change:
            change.add(finding, ours, asked, sources)
            change.add(
                Evidence(finding=finding.guid, target_kind="segment", target=segment.guid, user=study.user.guid),
                Link(role="member", owner_kind="set", owner=ours.guid, target_kind="segment", target=segment.guid),
                Link(role="member", owner_kind="set", owner=sources.guid, target_kind="source", target=segment.source),
            )  # fmt: skip
        counts = {
            query: study.retrieval.find(query).total
            for query in ("memo:*", 'memo:"murah"', 'memo:"mahal"', "finding:F1", 'in set:"Ronde 1"',
                          'in set:"Murah saja"', 'in set:"Sumber"', "text:/[Aa]kun/")
        }  # fmt: skip
        assert list(counts.values()) == [1, 1, 0, 1, 1, 1, 2, 3]
        study.sources.add_text("Takut", "Ia ketakutan, lalu berani.")
        assert study.retrieval.find("stem:takut").total == 2 + 1


def test_stems_are_found_as_they_are_counted(tmp_path: Path) -> None:
    pytest.importorskip("Sastrawi")
    texts = [
        "Menulis, ditulis, tulisan-tulisan; TULIS. Menakutkan itu ketakutan, katanya.",
        "قضية 漢字 👩‍👩‍👧 😀 café #tulis @tulis 12.000 https://contoh.id/a?b=1 Jum'at\nG: tulis g",
    ]
    with small_study(tmp_path) as study:
        for number, text in enumerate(texts):
            study.sources.add_text(f"T{number}", text)
        matrix = study.displays.compute(
            "word-frequencies", {"forms": "stems", "stop": "none", "top": 100}
        )
        often = {str(row.label): matrix.at(at, 0) for at, row in enumerate(matrix.rows)}
        assert often["tulis"].value == 5
        assert often["takut"].value == 4
        assert {"قضية", "漢", "😀", "café", "#tulis", "12.000", "jum'at"} <= set(often)
        for label, cell in often.items():
            assert study.retrieval.find(cell.query).total == cell.value, (label, cell.query)


def test_words_are_found_as_they_are_counted(tmp_path: Path) -> None:
    texts = [
        "Anak-anak itu anak #viral, katanya. Jum'at 12:30 😀 https://contoh.id/a?b=1\nanak",
        "漢字 กิน ก 😀😀 #anak @anak nama_akun ANAK e\u0301a \u00e9a anak’anak ß ss",
    ]
    with small_study(tmp_path) as study:
        for number, text in enumerate(texts):
            study.sources.add_text(f"T{number}", text)
        corpus = study.store.corpus()
        columns = words_of(corpus.texts)
        counted = Counter(word_key(columns.vocabulary.words[n]) for n in columns.number.tolist())
        assert counted["anak"] == 3
        for speaker in ("p", "g", "ds"):  # their names before their turns are not what they say
            del counted[speaker]
        assert {w: study.retrieval.find(word(w)).total for w in counted} == counted
        assert study.retrieval.find('word:"itu anak"').total == 1
        assert study.retrieval.find('word:"anak viral"').total == 0
        assert study.retrieval.find("word:—").total == 0
