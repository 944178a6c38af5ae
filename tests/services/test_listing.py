from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jejak.errors import InvalidInput, NotFound
from jejak.services.listing import SORTS, Group, SourceFilter
from jejak.services.name_index import natural_key
from jejak.study import Study
from support.examples import examples
from support.studies import small_study


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    with small_study(tmp_path_factory.mktemp("listing")) as made:
        for number, kind in enumerate(("posts", "document", "posts", "survey")):
            source = made.sources.add_text(f"T-{12 - number}", "kata " * (number + 1))
            made.sources.update(source, kind=kind, collected=f"2020-0{4 - number}")
        made.cases.tie_source(made.cases.add("G"), made.sources.get("T-10"))
        yield made


@given(
    by=st.sampled_from(SORTS), down=st.booleans(), offset=st.integers(0, 6), limit=st.integers(1, 6)
)
@settings(max_examples=examples(60))
def test_windows_are_cut_from_one_order(
    study: Study, by: str, down: bool, offset: int, limit: int
) -> None:
    sort = f"-{by}" if down else by
    whole = study.listing.page(sort=sort)
    page = study.listing.page(sort=sort, offset=offset, limit=limit)
    assert page.rows == whole.rows[offset : offset + limit]
    assert page.total == whole.total == 5


def test_orders_are_those_of_the_columns(study: Study) -> None:
    def column(sort: str, name: str) -> list[object]:
        return [getattr(row.source, name) for row in study.listing.page(sort=sort).rows]

    assert column("created", "guid") == [source.guid for source in study.sources.all()]
    names = column("name", "name")
    assert names == sorted(names, key=natural_key)
    lengths = column("-length", "length")
    assert lengths == sorted(lengths, reverse=True)
    assert column("kind", "kind") == sorted(column("kind", "kind"))
    assert column("kind", "name")[2:4] == ["T-10", "T-12"]
    assert column("collected", "collected")[0] is None


def test_a_row_tells_a_source_s_codings_cases_and_revision(study: Study) -> None:
    coded = study.listing.row(study.sources.get("S-01").guid)
    assert (coded.codings, coded.cases) == (2, ())
    owned = study.listing.row(study.sources.get("T-10").guid)
    assert [name for _, name in owned.cases] == ["G"]
    assert study.listing.page(SourceFilter(case=(owned.cases[0][0],))).rows == (owned,)
    assert owned.revision < study.store.head


def test_a_table_of_nothing(tmp_path: Path) -> None:
    with small_study(tmp_path) as empty:
        empty.sources.remove(empty.sources.all())
        for sort in SORTS:
            assert empty.listing.page(SourceFilter("a", kind=("posts",)), sort=sort).total == 0


def test_what_there_is_not(study: Study) -> None:
    with pytest.raises(InvalidInput, match="not sorted or grouped by"):
        study.listing.page(sort="beauty")
    with pytest.raises(NotFound, match="no case"):
        study.listing.page(SourceFilter(case=(study.user.guid,)))
    with pytest.raises(NotFound, match="no source"):
        study.listing.row(study.user.guid)


def test_the_first_order_goes_before_the_second(study: Study) -> None:
    rows = study.listing.page(sort=("kind", "-length")).rows
    assert [(row.source.kind, row.source.length) for row in rows] == sorted(
        ((row.source.kind, row.source.length) for row in rows), key=lambda one: (one[0], -one[1])
    )


def test_groups_come_first_and_are_counted(study: Study) -> None:
    page = study.listing.page(sort="-name", group="kind")
    assert page.groups == (
        Group("document", 1), Group("interview", 1), Group("posts", 2), Group("survey", 1),
    )  # fmt: skip
    assert [row.source.name for row in page.rows] == ["T-11", "S-01", "T-12", "T-10", "T-9"]
    assert study.listing.page(group="case").groups == (Group("", 4), Group("G", 1))
    assert study.listing.page(group="coders").groups == (Group("", 4), Group("Rina", 1))


def test_facets_are_counted_among_what_the_others_leave(study: Study) -> None:
    found = study.listing.facets(SourceFilter("T-1", kind=("posts",)))
    assert {one.value: one.count for one in found["kind"]} == {
        "document": 1, "interview": 0, "posts": 2, "survey": 0,
    }  # fmt: skip
    assert {one.label: one.count for one in found["case"]} == {"": 1, "G": 1}
    assert {one.value: one.count for one in found["status"]} == {"to read": 2}


def test_all_that_are_meant_but_some(study: Study) -> None:
    posts = SourceFilter(kind=("posts",))
    first, second = study.listing.guids(posts)
    assert study.listing.guids(posts, but=[first]) == [second]
    assert len(study.listing.guids(SourceFilter(case=("",)))) == 4
    assert [row.source.guid for row in study.listing.table([second, first], sort="name")] == [
        second, first,
    ]  # fmt: skip


def test_attributes_are_columns(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        for name, pages in (("a", "7.5"), ("b", "7.25"), ("c", None)):
            source = study.sources.add_text(name, "kata")
            study.sources.update_many([source.guid], attributes={"halaman": pages})
        rows = study.listing.page(sort="-attribute:halaman").rows
        assert [row.values.get("halaman") for row in rows] == ["7.25", "7.5", None, None]
        study.cases.remove_attribute(study.cases.attributes()[0])
        study.cases.add_attribute("halaman", "number", of="source")
        for name, pages in (("a", "7.5"), ("b", "7.25")):
            study.sources.update_many([study.sources.get(name).guid], attributes={"halaman": pages})
        rows = study.listing.page(sort="-attribute:halaman").rows
        assert [row.values.get("halaman") for row in rows] == ["7.5", "7.25", None, None]
