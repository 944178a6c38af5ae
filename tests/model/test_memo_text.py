"""What stands in a memo's Markdown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak.errors import Conflict
from jejak.model.identity import new_guid
from jejak.model.memo_text import Task, mention, mentions, tasks, ticked

labels = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@given(st.lists(st.tuples(labels, st.sampled_from(["code", "source", "memo"]))))
def test_whatever_is_mentioned_is_found(made: list[tuple[str, str]]) -> None:
    named = [(label, kind, new_guid()) for label, kind in made]
    body = "\n".join(f"Lihat {mention(*one)}, ya." for one in named)
    assert mentions(body) == [(kind, guid) for _, kind, guid in named]


def test_what_is_no_mention() -> None:
    guid = new_guid()
    assert mentions(f"jejak:code/{guid} [a](https://a.id) [b](jejak:code/1)") == []
    assert mentions(f"<jejak:Code/{guid.upper()}> [a](jejak:code/{guid})") == [("code", guid)]


BODY = "Tanya:\n- [ ] G soal harga\n* [x] DS\n1. [ ] G soal harga\n- biasa\n-[ ] bukan"


def test_tasks_are_read_by_line() -> None:
    assert tasks(BODY) == [
        Task(1, "G soal harga", done=False),
        Task(2, "DS", done=True),
        Task(3, "G soal harga", done=False),
    ]


def test_a_task_is_found_by_its_words_where_lines_have_moved() -> None:
    moved = f"Baru.\n\n{BODY}"
    first = ticked(moved, Task(3, "G soal harga", done=False), done=True)
    assert first == moved.replace("- [ ] G", "- [x] G")
    last = ticked(moved, Task(9, "G soal harga", done=False), done=True)
    assert last == moved.replace("1. [ ] G", "1. [x] G")
    assert ticked(BODY, Task(2, "DS", done=True), done=False) == BODY.replace("[x] DS", "[ ] DS")
    with pytest.raises(Conflict, match="Ibu"):
        ticked(BODY, Task(1, "Ibu", done=False), done=True)
