"""A server on a small study, asked as a browser would ask it."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jejak.study import Study
from jejak.web.app import create_app

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient

from support.studies import small_study

TOKEN = "let me in"  # noqa: S105  (of a server that lives for a test)
HOST = {"host": "127.0.0.1"}


class Browser(TestClient):
    """Asks one study's server; addresses are relative to the study."""

    study: Study
    at: str

    def to(self, address: str) -> str:
        return self.at + address

    def first(self, resource: str, **fields: object) -> dict:
        """The first of a list whose fields have those values."""
        found = self.get(self.to(f"/{resource}")).json()
        rows = found[resource] if isinstance(found, dict) else found
        return next(row for row in rows if all(row[k] == v for k, v in fields.items()))


def browser(study: Study, **more: object) -> Browser:
    app = create_app([study], token=TOKEN, **more)
    found = Browser(
        app,
        base_url="http://127.0.0.1",
        headers={"Authorization": f"Bearer {TOKEN}"},
        raise_server_exceptions=False,
    )
    found.study, found.at = study, f"/api/studies/{study.info.guid}"
    return found


@contextmanager
def served(folder: Path) -> Iterator[Browser]:
    with small_study(folder) as study, browser(study) as found:
        yield found
