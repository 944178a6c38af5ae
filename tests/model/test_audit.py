from __future__ import annotations

import pytest

from jejak.errors import InvalidInput
from jejak.model import KINDS, Code, Finding, IfThen, Memo, Source
from jejak.model.audit import CATEGORIES, category_of, check_category, exceptions_of

GUID = "01a22d55-f5d4-7a0f-89dc-afe0ab9a53e5"


def _source(kind: str) -> Source:
    return Source(name="S", kind=kind, text="0" * 64, length=0)


def test_every_kind_of_thing_belongs_to_one_of_six() -> None:
    assert len(CATEGORIES) == 6
    for record in KINDS.values():
        bare = object.__new__(record)
        for name, value in (("kind", ""), ("cycle", ""), ("status", ""), ("prediction", "")):
            if name in record.__dataclass_fields__:
                object.__setattr__(bare, name, value)
        object.__setattr__(bare, "guid", GUID)
        assert category_of(bare) in CATEGORIES, record


def test_what_a_thing_is_decides() -> None:
    memo = {kind: Memo(title="M", body="", kind=kind, user=GUID) for kind in
            ("theoretical", "method", "reflexive")}  # fmt: skip
    assert category_of(memo["theoretical"]) == "reduction"
    assert category_of(memo["method"]) == "process"
    assert category_of(memo["reflexive"]) == "intentions"
    assert category_of(_source("interview")) == "raw"
    assert category_of(_source("literature")) == "synthesis"
    assert category_of(Code(name="A")) == "reduction"
    assert category_of(Code(name="A", kind="pattern")) == "synthesis"
    assert category_of(Finding(label="F1", statement="x", user=GUID)) == "reduction"
    assert (
        category_of(Finding(label="F1", statement="x", user=GUID, status="verified")) == "synthesis"
    )
    rule = {"finding": GUID, "condition": "a", "consequence": "b", "user": GUID}
    assert category_of(IfThen(**rule)) == "process"
    assert category_of(IfThen(**rule, prediction="It will be so.")) == "intentions"


def test_exceptions_are_read_as_settings_hold_them() -> None:
    one = _source("document")
    kept = exceptions_of({"audit": {one.guid: "instruments", GUID: "horoscope"}})
    assert kept == {one.guid: "instruments"}
    assert category_of(one, kept) == "instruments"
    assert exceptions_of({}) == exceptions_of({"audit": "x"}) == {}
    with pytest.raises(InvalidInput, match="horoscope"):
        check_category("horoscope")
