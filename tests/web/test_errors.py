from __future__ import annotations

import pytest

from jejak import errors
from jejak.cli.exits import EXITS
from jejak.web.errors import STATUSES, status_of
from support.servers import Browser


def test_every_kind_of_error_has_a_status() -> None:
    assert set(STATUSES) == set(EXITS)


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (errors.InvalidInput("a", "b"), 422),
        (errors.NotFound("a", "b"), 404),
        (errors.Conflict("name-taken", "b"), 409),
        (errors.Conflict("stale-revision", "b"), 412),
        (errors.NotAllowed("a", "b"), 403),
        (errors.UnreadableSource("a", "b"), 422),
        (errors.StoreFailure("a", "b"), 503),
        (errors.MissingExtra("web", "It"), 501),
        (errors.JejakError("a", "b"), 500),
    ],
)
def test_the_table_is_that_of_the_house(error: errors.JejakError, status: int) -> None:
    assert status_of(error) == status


def test_a_problem_says_what_happened_and_what_to_do(web: Browser) -> None:
    refused = web.post(web.to("/codes"), json={"name": "Anonim", "parent": "Tripel-A"})
    assert refused.headers["content-type"] == "application/problem+json"
    assert refused.headers["cache-control"] == "no-store"
    told = refused.json()
    assert told.pop("hint").startswith("Did you mean “Triple-A”")
    assert told == {
        "type": "urn:jejak:problem:no-such-code",
        "title": "Not Found",
        "status": 404,
        "detail": "There is no code “Tripel-A”.",
        "code": "no-such-code",
        "at": None,
        "errors": [],
    }


def test_a_request_that_is_not_as_it_must_be_names_the_places(web: Browser) -> None:
    refused = web.post(web.to("/codings"), json={"source": "x", "codes": [3], "colour": "red"})
    assert refused.status_code == 422
    places = [error["where"] for error in refused.json()["errors"]]
    assert sorted(places) == ["codes.0", "colour", "source"]
    assert all(place in refused.json()["detail"] for place in places)
    broken = web.post(
        web.to("/codings"), content=b"{", headers={"content-type": "application/json"}
    )
    assert (broken.status_code, broken.json()["code"]) == (422, "invalid-request")


def test_addresses_and_methods_that_are_none(web: Browser) -> None:
    assert web.get("/api/nothing").json()["code"] == "no-such-address"
    wrong = web.delete(web.to("/codes"))
    assert (wrong.status_code, wrong.json()["code"]) == (405, "no-such-method")
    assert "GET" in wrong.headers["allow"]


def test_half_a_character_is_refused_wherever_it_stands(web: Browser) -> None:
    json = {"content-type": "application/json"}
    for address, body in (
        ("/api/session", rb'{"token": "\ud83d"}'),
        (web.to("/codes"), rb'{"name": "\ud83d"}'),
        (web.to("/codes"), rb'{"name": "a", "parent": "\ud83d"}'),
        (web.to("/codes"), rb'{"name": "a", "\ud83d": 1}'),
    ):
        refused = web.post(address, content=body, headers=json)
        assert refused.status_code in {404, 422}
        assert refused.headers["content-type"] == "application/problem+json"
    assert len(web.get(web.to("/codes")).json()) == 3
