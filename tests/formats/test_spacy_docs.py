from __future__ import annotations

import sys
import zlib
from pathlib import Path
from typing import Any

import pytest

from jejak.errors import MissingExtra, UnreadableSource
from support.annotations import back, spans_of

WORDS = "Ibu Sari 😀 berjualan di pasar pagi."


def document() -> Any:
    # Loaded where it is used: every process that gathers tests would else load it.
    from spacy.tokens import Doc, Span
    from spacy.vocab import Vocab

    words = [*WORDS[:-1].split(), "."]
    made = Doc(Vocab(), words=words, spaces=[True] * (len(words) - 2) + [False, False])
    made.ents = [Span(made, 1, 2, label="ORANG", kb_id="Q42")]
    made.spans["sc"] = [Span(made, 4, 7, label="Tema/Tempat"), Span(made, 5, 6, label="Pasar")]
    made.spans["rasa"] = [Span(made, 3, 4, label="senang"), Span(made, 0, 2)]
    made.cats = {"baik": 0.9, "buruk": 0.1}
    return made


def packed(path: Path, *docs: Any) -> None:
    from spacy.tokens import DocBin

    DocBin(docs=docs, store_user_data=True).to_disk(path)


def test_entities_groups_and_categories_are_codings(tmp_path: Path) -> None:
    packed(tmp_path / "a.spacy", document())
    study, told = back("spacy", tmp_path / "a.spacy")
    assert [(*one[1:5], one[7]) for one in spans_of(study)] == [
        (0, 35, WORDS, "baik", ""), (0, 8, "Ibu Sari", "rasa", ""),
        (11, 20, "berjualan", "rasa/senang", ""), (21, 34, "di pasar pagi", "Tema/Tempat", ""),
        (24, 29, "pasar", "Pasar", ""), (4, 8, "Sari", "ORANG", "Q42"),
    ]  # fmt: skip
    assert told.problems == []
    assert [told.read[kind] for kind in ("source", "coding", "code")] == [1, 6, 7]


def test_what_is_left_out_is_named(tmp_path: Path) -> None:
    from spacy.tokens import Doc

    tagged = document()
    tagged[3].tag_ = "VERB"
    tagged.user_data["by"] = "mesin"
    loose = Doc(tagged.vocab, words=["satu", "dua"])
    close = Doc(tagged.vocab, words=["tiga", "empat"], spaces=[False, False])
    unknown = Doc(tagged.vocab, words=["lima"])
    unknown.has_unknown_spaces = True
    packed(tmp_path / "a.spacy", tagged, loose, close, unknown)
    study, told = back("spacy", tmp_path / "a.spacy")
    assert sorted(study.texts.values()) == sorted([WORDS, "satu dua ", "tigaempat", "lima "])
    assert [(one.code, one.where) for one in told.problems] == [
        ("machinery", ""), ("user-data", ""), ("spaces-unknown", "a 2"), ("spaces-unknown", "a 4"),
    ]  # fmt: skip
    assert told.problems[0].message.args["what"] == ["TAG"]


@pytest.mark.parametrize(
    "content",
    [b"\x78", b"\x78\x9cxx", zlib.compress(b"{}"), zlib.compress(b"\x81\xa5attrs\x93\x01\x02\x03")],
)
def test_what_is_broken_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.spacy").write_bytes(content)
    with pytest.raises(UnreadableSource) as told:
        back("spacy", tmp_path / "a.spacy")
    assert told.value.code == "corrupt"


def test_what_unpacks_without_end_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jejak.formats.spacy_docs._MOST", 1 << 22)
    (tmp_path / "a.spacy").write_bytes(zlib.compress(bytes(1 << 23)))
    with pytest.raises(UnreadableSource) as told:
        back("spacy", tmp_path / "a.spacy")
    assert told.value.code == "archive-bomb"


def test_without_spacy_the_part_that_is_missing_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed(tmp_path / "a.spacy", document())
    monkeypatch.setitem(sys.modules, "spacy.tokens", None)
    with pytest.raises(MissingExtra) as told:
        back("spacy", tmp_path / "a.spacy")
    assert "jejak[spacy]" in str(told.value.hint)
