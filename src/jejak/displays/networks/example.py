"""Made-up networks, for whoever tries a kind of display."""

from __future__ import annotations

from ...model.drawn import DrawnEdge, DrawnNetwork, DrawnNode, Ground

__all__ = ["example_networks"]

# Kinds that are drawn by hand, of which the example holds two drawings each.
_DRAWN = (
    "causal-network",
    "cognitive-map",
    "context-chart",
    "event-state-network",
    "decision-tree",
)


def example_networks() -> tuple[DrawnNetwork, ...]:
    """Two of each kind that is drawn by hand: with circles, evidence that is lost, and an Arabic name."""
    return tuple(_network(kind, number) for kind in _DRAWN for number in range(2))


def _network(kind: str, number: int) -> DrawnNetwork:
    ground = (Ground(f"l{number}", "g0", "s0", 3, 9), Ground("l9", "g1", "s1", 0, 0, lost=True))
    nodes = [
        DrawnNode(
            f"{kind}-{number}-{at}", label, "", "u0", ground if at == 0 else (), node, at * 300,
            at % 2 * 90, "high" if at == 1 else None, test,
        )
        for at, (label, node, test) in enumerate(
            (("Fear {x}", "variable", 'case.role = "seller"'), ("نوع", "state", ""),
             ("Sells", "outcome", "seller"), ("Alone", "actor", ""))
        )
    ]  # fmt: skip
    edges = tuple(
        DrawnEdge(
            f"{kind}-{number}-e{at}", "then" if at else "", "", "u0", ground if at == 0 else (),
            nodes[one].guid, nodes[other].guid, sign, at or None,
        )
        for at, (one, other, sign) in enumerate(((0, 1, "+"), (1, 0, "±"), (0, 2, "-")))
    )  # fmt: skip
    settings = {"case": f"k{number}"}
    return DrawnNetwork(f"{kind}-{number}", f"{kind} {number}", kind, settings, tuple(nodes), edges)
