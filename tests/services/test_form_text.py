"""Forms as Markdown: what is written is what is read."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jejak.model.identity import name_key
from jejak.services.form_templates import Form, forms
from jejak.services.form_text import asked_of, is_filled, read_form, write_form
from support.examples import examples

LANGUAGES = ("en", "id")
QUESTIONS = [("g1", "Mengapa dua akun?"), ("g2", "Siapa yang tahu?")]
lines = st.text(st.characters(exclude_characters="\n\r", exclude_categories=["Cs"]), max_size=12)
marked = st.sampled_from(
    ["## Judul", "### Anak", "\\## x", "# Satu", "- [ ] Tanya G", "", "## What is known"]
)
texts = st.lists(lines | marked, max_size=6).map("\n".join).map(lambda text: text.strip("\n"))


def below(body: str) -> str:
    return body.partition("\n")[2]


def test_every_label_is_there_in_both_languages_and_tells_fields_apart() -> None:
    assert {form.name for form in forms()} == {
        "contact", "document", "observation", "interview", "case", "meeting", "vignette", "outline",
        "poem", "prediction",
    }  # fmt: skip
    for form in forms():
        assert set(form.title) == set(form.description) == set(LANGUAGES)
        for language in LANGUAGES:
            labels = [name_key(one.label[language]) for one in form.fields]
            assert len(set(labels)) == len(labels)
            assert all(not one.hint or one.hint[language] for one in form.fields)


@pytest.mark.parametrize("form", forms(), ids=lambda form: form.name)
@given(data=st.data())
@settings(max_examples=examples(60), deadline=None)
def test_what_is_written_is_read(form: Form, data: st.DataObject) -> None:
    asked = asked_of(form, QUESTIONS)
    names = [one.name for one in asked]
    first = data.draw(st.dictionaries(st.sampled_from(names), texts))
    then = data.draw(st.dictionaries(st.sampled_from(names), texts))
    body = write_form(form, asked, "", first, "en")
    assert is_filled(form, body)
    said = {name: text for name, text in first.items() if text.strip()}
    assert read_form(asked, below(body)) == (said, "")
    # Filled in further in another language, it stays one form.
    body = write_form(form, asked, body, then, "id")
    said = {name: text for name, text in (said | then).items() if text.strip()}
    assert read_form(asked, below(body)) == (said, "")
    assert write_form(form, asked, body, said, "en") == body


@given(values=st.dictionaries(st.sampled_from(["issues", "hunches", "questions/g2"]), texts))
@settings(max_examples=examples(60), deadline=None)
def test_what_a_person_adds_stays_where_it_is(values: dict[str, str]) -> None:
    form = next(one for one in forms() if one.name == "contact")
    asked = asked_of(form, QUESTIONS)
    own = (
        "# Ringkasan kontak\n\nDi atas semuanya.\n\n## Milik saya\n\n- lain\n\n"
        "## Dugaan dan tindak lanjut\n\nMungkin.\n\n"
        "## Per research question: what I got, what I did not\n\nUmum.\n\n"
        "### Pertanyaan lama?\n\nDulu.\n\n### mengapa dua akun?\n\nSupaya aman.\n"
    )
    known, other = read_form(asked, below(own))
    assert known == {"hunches": "Mungkin.", "questions/g1": "Supaya aman."}
    now, rest = read_form(asked, below(write_form(form, asked, own, values, "en")))
    assert rest == other
    assert now == {name: text for name, text in (known | values).items() if text.strip()}
    for kept in ("Di atas semuanya.", "## Milik saya\n\n- lain", "Umum.", "### Pertanyaan lama?"):
        assert kept in other


def test_a_memo_that_is_no_form() -> None:
    form = forms()[0]
    assert not is_filled(form, "Bukan lembar.")
    assert not is_filled(form, "# Judul lain\n")
