from __future__ import annotations

from hypothesis import given, settings

from jejak.analysis.query.parse import parse
from jejak.model.query import Query
from jejak.web.forms.queries import QueryOut, QueryPart
from support.examples import examples
from support.queries import queries
from support.servers import Browser


def test_a_query_is_read_into_its_parts(web: Browser) -> None:
    asked = {"query": 'CODE:=Anonim near(2 blocks) text:"a b" and not case.peran in (a,"b c")'}
    told = web.get(web.to("/queries/read"), params=asked).json()
    first, second = told["part"]["parts"]
    assert (told["part"]["kind"], first["kind"], second["kind"]) == ("and", "related", "not")
    assert (first["operator"], first["distance"], first["unit"]) == ("near", 2, "blocks")
    assert (first["parts"][0]["name"], first["parts"][0]["below"]) == ("Anonim", False)
    assert second["parts"][0]["values"] == ["a", "b c"]
    refused = web.get(web.to("/queries/read"), params={"query": "code:A and"})
    assert (refused.status_code, refused.json()["at"]) == (422, 10)


def _texts(part: QueryPart) -> list[str]:
    return [part.text, *(text for one in part.parts for text in _texts(one))]


@given(queries)
@settings(max_examples=examples(50))
def test_every_part_is_a_query_by_itself(query: Query) -> None:
    told = QueryOut.of(query)
    assert parse(told.text) == query
    for text in _texts(told.part):
        assert str(parse(text)) == text


def test_what_can_stand_there_is_offered(web: Browser) -> None:
    told = web.get(web.to("/queries/completions"), params={"query": "code:Ano", "at": 8}).json()
    assert (told["start"], told["end"]) == (5, 8)
    assert told["found"] == [
        {"name": "Anonim", "written": "Anonim", "kind": "code", "detail": "Triple-A/Anonim"}
    ]
