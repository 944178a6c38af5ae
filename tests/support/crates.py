"""Crates read as others read them: by the validator of RO-Crate, and as RDF; no network is asked."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import rdflib
import requests
from rocrate_validator import models, services
from rocrate_validator.utils.http import HttpRequester

__all__ = ["as_rdf", "official_context", "violations"]

ADDRESS = "https://w3id.org/ro/crate/1.1/context"


@cache
def official_context() -> bytes:
    """RO-Crate's own context, as its library brings it along."""
    return (resources.files("rocrate") / "data" / "ro-crate.jsonld").read_bytes()


class _Offline:
    """Answers the one question a validator asks of the network."""

    def get(self, url: str, **_more: object) -> requests.Response:
        assert url == ADDRESS
        answer = requests.Response()
        answer.status_code, answer.url = 200, url
        answer.headers["Content-Type"] = "application/ld+json"
        answer._content = official_context()
        return answer

    def close(self) -> None:
        pass


def violations(folder: Path, severity: str = "REQUIRED") -> list[str]:
    """What RO-Crate 1.1 asks for and a crate does not give."""
    settings = services.ValidationSettings(
        rocrate_uri=str(folder),
        profile_identifier="ro-crate-1.1",
        requirement_severity=models.Severity[severity],
        no_cache=True,
    )
    HttpRequester.reset()
    HttpRequester(no_cache=True).session = _Offline()
    try:
        result = services.validate(settings)
        return [f"{one.check.identifier} {one.message}" for one in result.get_issues()]
    finally:
        HttpRequester.reset()


def as_rdf(document: dict[str, Any], context: object = None) -> rdflib.Graph:
    """A crate as RDF: with its own part of the context, or another."""
    told = {**document, "@context": context or document["@context"][1]}
    return rdflib.Graph().parse(
        data=json.dumps(told), format="json-ld", publicID="http://crate.example/"
    )
