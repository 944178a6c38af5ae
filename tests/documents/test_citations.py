from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jejak.documents.citations import STYLES, Citer, style_for, style_text
from jejak.documents.csl_records import ordinal_edition, tidy
from jejak.documents.document import Cited, plain
from jejak.errors import InvalidInput
from support.examples import examples

WORKS: dict[str, dict[str, Any]] = {
    "saunders2018": {
        "type": "article-journal", "title": "Saturation in <i>qualitative</i> research",
        "author": [{"family": "Saunders", "given": "Benjamin"}, {"family": "Sim", "given": "Julius"},
                   {"family": "Kingstone", "given": "Tom"}],
        "container-title": "Quality & Quantity", "volume": 52, "issue": "4", "page": "1893-1907",
        "issued": {"date-parts": [[2018]]}, "DOI": "https://doi.org/10.1007/s11135-017-0574-8",
    },
    "miles1994": {
        "type": "book", "title": "Qualitative data analysis", "edition": "2", "publisher": "Sage",
        "author": [{"family": "Miles", "given": "Matthew B."},
                   {"family": "Huberman", "given": "A. Michael"}],
        "publisher-place": "Thousand Oaks", "issued": {"date-parts": [["1994"]]},
    },
    "kim2019": {
        "type": "chapter", "title": "Naming", "author": [{"family": "Kim", "given": "Min-ji"}],
        "editor": [{"family": "Sari", "given": "Dewi"}], "container-title": "Handbook",
        "page": "10-20", "publisher": "X", "issued": {"raw": "2019-03-02"},
    },
    "kim2019b": {
        "type": "book", "title": "Another", "author": [{"family": "Kim", "given": "Min-ji"}],
        "issued": {"date-parts": [[2019, 5]]},
    },
    "bps": {
        "type": "webpage", "title": "Halaman", "author": [{"literal": "Badan Pusat Statistik"}],
        "URL": "https://bps.go.id/x_y", "accessed": {"date-parts": [[2024, 5, 6]]},
    },
}  # fmt: skip


def citer(style: str, language: str = "en", cited: list[str] | None = None) -> Citer:
    return Citer(style_text(style), WORKS, cited or list(WORKS), language)


def told(style: str, language: str = "en") -> list[str]:
    return [f"{work.label} {plain(work.text)}".strip() for work in citer(style, language).works()]


@pytest.mark.parametrize(
    ("style", "language", "one", "two"),
    [
        ("apa", "en", "(Saunders et al., 2018, p. 12)", "(Kim, 2019a; Miles & Huberman, 1994)"),
        ("apa", "id", "(Saunders dkk., 2018, hlm. 12)", "(Kim, 2019a; Miles & Huberman, 1994)"),
        ("chicago", "en", "(Saunders, Sim, and Kingstone 2018, 12)", "(Kim 2019a; Miles and Huberman 1994)"),
        ("indonesia", "id", "(Saunders dkk., 2018: 12)", "(Kim, 2019a; Miles dan Huberman, 1994)"),
        ("vancouver", "en", "(1 p. 12)", "(2,3)"),
    ],
)  # fmt: skip
def test_works_are_cited_as_a_style_does(style: str, language: str, one: str, two: str) -> None:
    words = citer(style, language)
    assert words.cite([Cited("saunders2018", "12")]) == one
    assert words.cite([Cited("miles1994"), Cited("kim2019")]) == two


def test_works_are_cited_in_a_sentence() -> None:
    assert citer("apa").cite([Cited("miles1994")], narrative=True) == "Miles and Huberman (1994)"
    assert citer("indonesia", "id").cite([Cited("miles1994", "3", "chapter")], narrative=True) == (
        "Miles dan Huberman (1994: bab 3)"
    )
    assert citer("vancouver").cite([Cited("saunders2018")], narrative=True) == (
        "Saunders et al. (1)"
    )
    assert citer("apa").cite([Cited("miles1994", bare=True)]) == "(1994)"


def test_the_list_of_works_is_the_style_s() -> None:
    assert told("apa")[-1] == (
        "Saunders, B., Sim, J., & Kingstone, T. (2018). Saturation in qualitative research. "
        "Quality & Quantity, 52(4), 1893–1907. https://doi.org/10.1007/s11135-017-0574-8"
    )
    assert (
        told("apa")[1] == "Kim, M.-J. (2019a). Naming. In D. Sari (Ed.), Handbook (pp. 10–20). X."
    )
    assert told("chicago")[3] == (
        "Miles, Matthew B., and A. Michael Huberman. 1994. Qualitative data analysis. 2nd ed. "
        "Thousand Oaks: Sage."
    )
    assert told("indonesia", "id")[3] == (
        "Miles, M. B., dan Huberman, A. M. 1994. Qualitative data analysis. Edisi ke-2. "
        "Thousand Oaks: Sage."
    )
    assert told("indonesia", "id")[0] == (
        "Badan Pusat Statistik. t.t. Halaman. https://bps.go.id/x_y (diakses 6 Mei 2024)."
    )
    assert told("vancouver")[0] == (
        "1. Saunders B, Sim J, Kingstone T. Saturation in qualitative research. Quality & "
        "Quantity. 2018;52(4):1893–1907. https://doi.org/10.1007/s11135-017-0574-8"
    )


def test_titles_are_set_off_and_places_are_where_the_works_stand() -> None:
    words = citer("apa")
    for key in WORKS:
        place = words.place(key)
        work = next(one for one in words.works() if one.anchor == place)
        assert any(WORKS[key]["title"][:6] in run.text for run in work.text)
    saunders = words.works()[-1]
    assert [run.text for run in saunders.text if run.emphasis] == ["Quality & Quantity", "52"]


def test_a_style_that_is_none_is_told(tmp_path: Any) -> None:
    for style in ("nature-xyz", str(tmp_path / "x.csl"), "/etc/passwd", "a\0.csl"):
        with pytest.raises(InvalidInput, match="no citation style"):
            style_text(style)
    for content in (b"", b"no", b"<style/>", b'<style xmlns="http://purl.org/net/xbiblio/csl"/>'):
        with pytest.raises(InvalidInput, match="cannot be read"):
            Citer(content, WORKS, ["bps"], "en")


def test_a_style_of_one_s_own_is_read(tmp_path: Any) -> None:
    own = tmp_path / "own.csl"
    own.write_bytes(style_text("apa").replace(b'delimiter="; "', b'delimiter=" / "'))
    words = Citer(style_text(str(own)), WORKS, list(WORKS), "en")
    assert words.cite([Cited("miles1994"), Cited("bps")]) == (
        "(Badan Pusat Statistik, n.d. / Miles & Huberman, 1994)"
    )


def test_each_language_has_a_style() -> None:
    assert {style_for("id"), style_for("en")} <= set(STYLES)


def test_editions_are_counted() -> None:
    assert [ordinal_edition(n, "en") for n in ("1", "2", "11", "23", "rev.")] == [
        "1st ed.", "2nd ed.", "11th ed.", "23rd ed.", "rev.",
    ]  # fmt: skip
    assert ordinal_edition("2", "id") == "Edisi ke-2"


_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["family", "given", "literal", "date-parts", "raw", "season"]), inner, max_size=3
    ),
    max_leaves=6,
)  # fmt: skip
_fields = st.sampled_from(
    ["title", "author", "editor", "issued", "accessed", "page", "volume", "DOI", "URL", "type",
     "edition", "publisher", "container-title", "language", "note", "custom"]
)  # fmt: skip


@settings(max_examples=examples(25), deadline=None, derandomize=True)
@given(st.dictionaries(_fields, _values, max_size=8), st.sampled_from(sorted(STYLES)))
def test_no_record_stops_a_list_of_works(csl: dict[str, Any], style: str) -> None:
    works = {"x": csl, **WORKS}
    words = Citer(style_text(style), works, ["x", "bps"], "id")
    assert words.cite([Cited("x", "3")])
    assert len(words.works()) == 2
    assert tidy(csl, "x", "id", initials=True)["title"]
