from __future__ import annotations

from pathlib import Path

from jejak.analysis.words.columns import words_of
from jejak.analysis.words.speaker_labels import label_spans, speaker_labels
from jejak.study import Study, create_study

TALK = """[19:05:25] P: Selamat malam, Mas Budi.
[19:05:57] Mas Budi: Malam, P. Ini 12 buah.
[19:06:00] P: P itu siapa?
[19:06:10] Mas Budi: Mas Budi saya, 3 kali.
[19:07:10] P: 7 ya
"""


def talk(folder: Path) -> Study:
    file = folder / "T.txt"
    file.write_text(TALK, encoding="utf-8")
    study = create_study(folder / "t.jejak", "T", user="Rina")
    study.sources.add([file])
    return study


def test_names_and_times_before_turns_are_no_words(tmp_path: Path) -> None:
    with talk(tmp_path) as study:
        corpus = study.store.corpus()
        columns = words_of(corpus.texts)
        mask = speaker_labels(corpus, columns).tolist()
        words = [columns.vocabulary.words[n] for n in columns.number.tolist()]
        said = [word for word, label in zip(words, mask, strict=True) if not label]
        assert said == (
            [
                "Selamat",
                "malam",
                "Mas",
                "Budi",
                "Malam",
                "P",
                "Ini",
                "12",
                "buah",
                "P",
                "itu",
                "siapa",
                "Mas",
                "Budi",
                "saya",
                "3",
                "kali",
                "7",
                "ya",
            ]
        )
        spans = label_spans(corpus, columns)
        found = {TALK[a:b] for a, b in zip(spans.start.tolist(), spans.end.tolist(), strict=True)}
        assert {"19:05:25] P", "19:06:10] Mas Budi"} <= found
        assert study.retrieval.find("word:P").total == 2
        assert study.retrieval.find('word:"mas budi"').total == 2
