"""The interface keeps to its own description, whatever it is asked."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
import schemathesis
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from jejak.model import KINDS
from jejak.web.app import openapi_document
from jejak.web.description import operations
from support.servers import TOKEN, Browser, served

ROOT = Path(__file__).resolve().parents[2]
CHECKS = [
    not_a_server_error, status_code_conformance, content_type_conformance,
    response_schema_conformance,
]  # fmt: skip
PHASES = (hypothesis.Phase.generate,)
# A proof asks the same every time.
EXAMPLES = 2 if "CI" in os.environ else 5
HEADERS = {"Authorization": f"Bearer {TOKEN}", "Host": "127.0.0.1"}


def test_every_operation_has_a_name_of_its_own_and_says_what_it_does() -> None:
    found = list(operations(openapi_document()))
    names = [operation["operationId"] for _, _, operation in found]
    assert len(set(names)) == len(names)
    assert all(operation["description"] for _, _, operation in found)


def test_the_reference_tells_every_operation() -> None:
    page = (ROOT / "docs" / "reference" / "http.md").read_text("utf-8")
    missing = [
        f"{method.upper()} {path}"
        for path, method, _ in operations(openapi_document())
        if f"`{method.upper()} {path.replace('/api/studies/{study}', 'S')}`" not in page
    ]
    assert missing == []


def test_the_description_is_there_for_programs_and_people(web: Browser) -> None:
    assert web.get("/api/openapi.json").json() == openapi_document()
    page = web.get("/api/docs").text
    assert "GET /api/studies/{study}/sources" in page
    assert "<script" not in page


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with served(tmp_path_factory.mktemp("described")) as found:
        source = found.first("sources")
        found.post(found.to("/cases"), json={"name": "G", "attributes": {"usia": "19"}})
        found.post(found.to("/memos"), json={"title": "Kesan", "body": "Aneh."})
        found.post(
            found.to("/findings"), json={"statement": "Murah dan mudah.", "codes": ["Triple-A"]}
        )
        evidence = {"source": source["guid"], "start": 0, "end": 9}
        finding = found.first("findings")["guid"]
        found.post(found.to(f"/findings/{finding}/evidence"), json=evidence)
        found.post(
            found.to("/displays"),
            json={"name": "Frekuensi", "kind": "code-frequencies", "settings": {}},
        )
        yield found


@pytest.fixture(scope="module")
def described(web: Browser) -> schemathesis.BaseSchema:
    return schemathesis.openapi.from_asgi("/api/openapi.json", web.app, headers=HEADERS)


def removes(operation: tuple[str, str, dict]) -> bool:
    """What takes things away is asked last, when the others have been asked about them."""
    path, method, _ = operation
    return method == "delete" or path.endswith(("/remove", "/merge"))


MODES = (schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE)
# Nothing wrong can be asked where nothing is asked for.
OPERATIONS = [
    pytest.param(path, method, mode, id=f"{operation['operationId']}-{mode.value}")
    for path, method, operation in sorted(operations(openapi_document()), key=removes)
    for mode in MODES
    if mode == schemathesis.GenerationMode.POSITIVE
    or "parameters" in operation
    or "requestBody" in operation
]


@pytest.mark.parametrize(("path", "method", "mode"), OPERATIONS)
def test_it_answers_as_described_whatever_it_is_asked(
    web: Browser,
    described: schemathesis.BaseSchema,
    path: str,
    method: str,
    mode: schemathesis.GenerationMode,
) -> None:
    operation = described[path][method]

    @hypothesis.settings(
        max_examples=EXAMPLES, derandomize=True, deadline=None, database=None, phases=PHASES,
        suppress_health_check=list(hypothesis.HealthCheck),
    )  # fmt: skip
    @hypothesis.given(case=operation.as_strategy(generation_mode=mode))
    def ask(case: schemathesis.Case) -> None:
        case.path_parameters = {**case.path_parameters, **there(web, case.path)}
        case.call_and_validate(headers=HEADERS, checks=CHECKS)

    ask()


def there(web: Browser, address: str) -> dict[str, str]:
    """Parts of an address that lead to something, as long as it is there."""
    found = {"study": web.study.info.guid}
    if "{tactic}" in address:
        found["tactic"] = "participants"
    resource = address.split("/{guid}", maxsplit=1)[0].rpartition("/")[2]
    record = next((KINDS[kind] for kind in KINDS if resource in (f"{kind}s", kind)), None)
    if record is not None and "{guid}" in address:
        first = web.study.store.first(record)
        found |= {} if first is None else {"guid": first.guid}
    return found
