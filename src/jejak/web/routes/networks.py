"""Networks: what is drawn by hand in displays."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from ...errors import NotFound
from ...model import Display, Link, NetworkEdge, NetworkNode, Source
from ...model.drawn import DrawnNetwork
from ...services.network_values import drawn_kind
from ..forms.form import Guid, Removed
from ..forms.networks import (
    BetweenForm,
    DraftChosen,
    DraftOut,
    EdgeForm,
    EdgeOut,
    EdgePatch,
    GroundForm,
    MediatorOut,
    NetworkOut,
    NodeForm,
    NodeOut,
    NodePatch,
    PartsForm,
    PlacesForm,
    Told,
)
from ..opened import STUDY, Authors, Here, IfMatch, Language, OpenStudy, tag

__all__ = ["routes"]

routes = APIRouter(prefix=STUDY, tags=["networks"])


@routes.get("/displays/{guid}/network", operation_id="get_network")
def get_network(here: Here, guid: Guid, language: Language, authors: Authors = None) -> NetworkOut:
    """All that is drawn in a display, with what to look at again."""
    return _network(here, guid, language, authors)


@routes.post("/displays/{guid}/nodes", operation_id="add_node", status_code=201)
def add_node(here: Here, guid: Guid, form: NodeForm, response: Response) -> NodeOut:
    """Draw a box."""
    values = form.model_dump(exclude={"label", "about"}, exclude_none=True)
    about = (form.about.kind, form.about.guid) if form.about else None
    display = here.study.store.get(Display, guid)
    node = here.study.networks.add_node(display, form.label, about=about, **values)
    return tag(response, _node(here, node))


@routes.patch("/nodes/{guid}", operation_id="change_node")
def change_node(
    here: Here, guid: Guid, form: NodePatch, revision: IfMatch, response: Response
) -> NodeOut:
    """Change a box."""
    values = form.changes()
    if values.get("about"):
        values["about"] = (values["about"]["kind"], values["about"]["guid"])
    with here.made(NetworkNode.KIND, guid, revision):
        node = here.study.networks.update_node(here.study.store.get(NetworkNode, guid), **values)
    return tag(response, _node(here, node))


@routes.put("/displays/{guid}/places", operation_id="place_nodes")
def place_nodes(
    here: Here, guid: Guid, form: PlacesForm, language: Language, authors: Authors = None
) -> NetworkOut:
    """Put boxes elsewhere, or arrange them all, in one step."""
    display = here.study.store.get(Display, guid)
    if form.places:
        here.study.networks.move(display, {one.node: (one.x, one.y) for one in form.places})
    else:
        here.study.networks.arrange(display)
    return _network(here, guid, language, authors)


@routes.post("/displays/{guid}/edges", operation_id="add_edge", status_code=201)
def add_edge(here: Here, guid: Guid, form: EdgeForm, response: Response) -> EdgeOut:
    """Draw an arrow."""
    display = here.study.store.get(Display, guid)
    values = form.model_dump(exclude={"origin", "target"})
    edge = here.study.networks.add_edge(display, form.origin, form.target, **values)
    return tag(response, _edge(here, edge))


@routes.patch("/edges/{guid}", operation_id="change_edge")
def change_edge(
    here: Here, guid: Guid, form: EdgePatch, revision: IfMatch, response: Response
) -> EdgeOut:
    """Change an arrow."""
    with here.made(NetworkEdge.KIND, guid, revision):
        edge = here.study.networks.update_edge(
            here.study.store.get(NetworkEdge, guid), **form.changes()
        )
    return tag(response, _edge(here, edge))


@routes.get("/edges/{guid}/between", operation_id="list_mediators")
def list_mediators(here: Here, guid: Guid, authors: Authors = None) -> list[MediatorOut]:
    """Codes that may stand between the ends of an arrow: those that meet both, the likeliest first."""
    edge = here.study.store.get(NetworkEdge, guid)
    found = here.study.networks.mediators(edge, authors=authors)
    return [MediatorOut.model_validate(one) for one in found]


@routes.post("/edges/{guid}/between", operation_id="put_between", status_code=201)
def put_between(
    here: Here, guid: Guid, form: BetweenForm, revision: IfMatch, response: Response
) -> NodeOut:
    """Put a box between the ends of an arrow, which becomes two, in one step; it is the answer."""
    with here.made(NetworkEdge.KIND, guid, revision):
        edge = here.study.store.get(NetworkEdge, guid)
        node = here.study.networks.put_between(edge, form.label, code=form.code)
    return tag(response, _node(here, node))


@routes.post("/displays/{guid}/parts/remove", operation_id="remove_parts")
def remove_parts(here: Here, guid: Guid, form: PartsForm) -> Removed:
    """Remove boxes, with their arrows, and arrows, in one step."""
    store = here.study.store
    with store.view():
        parts: list[NetworkNode | NetworkEdge] = [
            *(store.get(NetworkNode, one) for one in form.nodes),
            *(store.get(NetworkEdge, one) for one in form.edges),
        ]
    if any(part.display != guid for part in parts):
        raise NotFound("no-such-node", f"There is nothing of the kind in the display {guid}.")
    with here.made() as made:
        removed = here.study.networks.remove(*parts)
    return Removed(removed=removed, seq=made.seq)


@routes.post("/displays/{guid}/grounds", operation_id="add_ground", status_code=201)
def add_ground(
    here: Here, guid: Guid, form: GroundForm, language: Language, authors: Authors = None
) -> NetworkOut:
    """Let a box or arrow rest on a passage."""
    store = here.study.store
    source = store.get(Source, form.source) if form.source else None
    owner: NetworkNode | NetworkEdge = (
        store.get(NetworkNode, form.node) if form.node else store.get(NetworkEdge, form.edge or "")
    )
    here.study.networks.add_evidence(
        owner, segment=form.segment, source=source, start=form.start, end=form.end
    )
    return _network(here, guid, language, authors)


@routes.delete("/grounds/{guid}", operation_id="remove_ground")
def remove_ground(here: Here, guid: Guid) -> Removed:
    """Take a passage from what a box or arrow rests on; its words stay."""
    with here.made() as made:
        here.study.networks.remove_evidence(guid)
    return Removed(removed={Link.KIND: 1}, seq=made.seq)


@routes.get("/displays/{guid}/draft", operation_id="get_draft")
def get_draft(here: Here, guid: Guid, language: Language, authors: Authors = None) -> DraftOut:
    """What could be drawn in a display and is not there yet."""
    display = here.study.store.get(Display, guid)
    return DraftOut.of(here.study.networks.draft(display, language, authors=authors))


@routes.post("/displays/{guid}/draft", operation_id="draw_draft")
def draw_draft(
    here: Here, guid: Guid, form: DraftChosen, language: Language, authors: Authors = None
) -> NetworkOut:
    """Draw what was chosen of a draft, in one step."""
    display = here.study.store.get(Display, guid)
    draft = here.study.networks.draft(display, language, authors=authors).chosen(set(form.keys))
    here.study.networks.draw(display, draft.boxes, draft.arrows)
    return _network(here, guid, language, authors)


def _network(
    here: OpenStudy, guid: str, language: str, authors: list[str] | None = None
) -> NetworkOut:
    with here.study.store.view():
        display = here.study.store.get(Display, guid)
        network = here.study.networks.get(display, authors=authors)
        flaws = here.study.networks.check(display, authors=authors)
        return NetworkOut.of(network, drawn_kind(display), flaws, _told(here, network, language))


def _told(here: OpenStudy, network: DrawnNetwork, language: str = "en") -> Told:
    revisions = here.revisions(NetworkNode.KIND) | here.revisions(NetworkEdge.KIND)
    return Told(language, revisions, here.study.networks.passages(network))


def _node(here: OpenStudy, node: NetworkNode) -> NodeOut:
    with here.study.store.view():
        network = here.study.networks.get(here.study.store.get(Display, node.display))
        one = next(one for one in network.nodes if one.guid == node.guid)
        return _told(here, network).node(one)


def _edge(here: OpenStudy, edge: NetworkEdge) -> EdgeOut:
    with here.study.store.view():
        network = here.study.networks.get(here.study.store.get(Display, edge.display))
        one = next(one for one in network.edges if one.guid == edge.guid)
        return _told(here, network).edge(one)
