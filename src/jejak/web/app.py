"""The server of the workspace: its parts put together."""

from __future__ import annotations

import contextlib
import secrets
import threading
from collections.abc import AsyncIterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware

from .. import __version__
from ..errors import JejakError
from ..study import Study
from .beginnings import Beginnings
from .description import describe
from .errors import install
from .opened import OpenStudy
from .page import STATIC, mount_page
from .project_targets import Projects
from .routes import (
    agreement,
    attributes,
    audit,
    cases,
    changes,
    checklists,
    code_entries,
    codebook,
    codes,
    codings,
    concordances,
    consents,
    corrections,
    coverage,
    displays,
    events,
    evidence,
    exports,
    feedback,
    finding_displays,
    finding_ties,
    findings,
    forms,
    frames,
    history,
    imports,
    manuscripts,
    memos,
    merges,
    names,
    networks,
    patterns,
    projects,
    prose,
    queries,
    questions,
    ratings,
    records,
    references,
    relations,
    remarks,
    reports,
    rounds,
    segments,
    sessions,
    sets,
    settlements,
    sources,
    speakers,
    states,
    studies,
    texts,
    translations,
    users,
)
from .routes.beginnings import routes as beginnings_routes
from .security import Guard, Session

__all__ = ["create_app", "openapi_document"]

# In the order in which they are described.
_RESOURCES = (
    studies, questions, users, sources, imports, merges, texts,
    codes, code_entries, patterns, codebook, frames, sets,
    codings, segments, concordances, queries, names, cases, attributes,
    consents, speakers, coverage, references, memos, forms,
    corrections, relations, events, states, ratings,
    displays, agreement, settlements, rounds, networks, findings, finding_ties, finding_displays, evidence, records,
    translations, manuscripts,
    exports, reports, checklists, prose, audit, remarks, feedback, history, changes,
)  # fmt: skip


def create_app(
    opened: Sequence[Study] = (),
    *,
    token: str | None = None,
    secret: str | None = None,
    beginnings: Beginnings | None = None,
    static: Path = STATIC,
) -> FastAPI:
    """The server for some open studies, for those who have the token (by default one nobody has).

    With a ``secret``, windows that another server with the same secret let in go on here; with
    ``beginnings``, studies may be begun and opened from the workspace. It does not close the studies.
    """
    session = Session(token or secrets.token_urlsafe(32), secret)
    app = FastAPI(
        title="Jejak",
        version=__version__,
        summary="Qualitative research with an unbroken trail.",
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        lifespan=_lifespan,
        middleware=[
            Middleware(Guard, session=session),
            Middleware(GZipMiddleware, minimum_size=20_000, compresslevel=1),
        ],
    )
    app.state.session = session
    app.state.studies = {one.guid: one for one in map(OpenStudy, opened)}
    app.state.beginnings = beginnings
    if beginnings is not None:
        beginnings.serve(app.state.studies)
    app.state.projects = Projects(app.state.studies, beginnings)
    install(app)
    # Included, every route would be worked out anew for each server; they are complete as they are.
    resources = (one.routes for one in _RESOURCES)
    for router in (sessions.routes, beginnings_routes, projects.routes, studies.listed, *resources):
        app.router.routes.extend(router.routes)
    describe(app)
    mount_page(app, static)
    return app


@contextlib.asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    # The first question that needs the columns does not wait for them to be read.
    readers = [threading.Thread(target=_warm, args=(one,)) for one in app.state.studies.values()]
    for reader in readers:
        reader.start()
    yield
    for reader in readers:
        await run_in_threadpool(reader.join)
    await run_in_threadpool(app.state.projects.close)
    for one in app.state.studies.values():
        one.merges.clear()
        one.exports.clear()


def _warm(here: OpenStudy) -> None:
    with contextlib.suppress(JejakError):
        here.study.store.corpus()
        here.study.names.search("")


@cache
def openapi_document() -> dict[str, Any]:
    """The interface described as OpenAPI 3.1: one for all, which nobody changes."""
    return create_app().openapi()
