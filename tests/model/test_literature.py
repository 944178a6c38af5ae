from __future__ import annotations

from jejak.model.literature import citation_key, creators, same_work, short_citation

WORK = {
    "title": "Membaca  tanpa dibaca",
    "author": [{"family": "Sari"}, {"family": "Putra"}, {"literal": "BPS"}],
    "issued": {"date-parts": [["2019", 3]]},
}


def test_a_work_is_named_in_passing() -> None:
    assert short_citation(WORK) == "Sari et al. 2019"
    assert short_citation({**WORK, "author": WORK["author"][:2]}) == "Sari & Putra 2019"
    assert short_citation({"title": "Tanpa nama"}) == "Tanpa nama"
    assert creators({"author": [], "editor": [{"family": "Lestari"}]}) == ["Lestari"]
    assert creators({"author": "Sari"}) == []


def test_keys_are_unique_and_those_that_came_are_kept() -> None:
    assert citation_key({**WORK, "id": "sari19"}, ()) == "sari19"
    assert citation_key({**WORK, "id": "http://zotero.org/1"}, ()) == "sari2019"
    assert citation_key(WORK, {"sari2019", "sari2019a"}) == "sari2019b"
    taken = {"sari2019", *(f"sari2019{chr(97 + n)}" for n in range(26))}
    assert citation_key(WORK, taken) == "sari2019-26"
    assert citation_key({"title": "!!!"}, ()) == "work"
    assert citation_key({"author": [{"family": "Müller"}]}, ()) == "muller"


def test_two_records_are_one_work_by_doi_or_else_by_title_year_and_author() -> None:
    with_doi = same_work({**WORK, "DOI": "https://doi.org/10.1234/ABC"})
    assert with_doi[0] == "doi:10.1234/abc"
    other = same_work({**WORK, "title": "MEMBACA tanpa—dibaca"})
    assert with_doi[1] == other[0]
    assert same_work({"author": [{"family": "Sari"}]}) == []
