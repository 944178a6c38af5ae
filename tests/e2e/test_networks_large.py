"""A network of very many boxes in a real browser: seen whole, come closer to, and looked at in the past."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from jejak.model import Display
from jejak.model.network import NetworkEdge, NetworkNode
from jejak.study import Study, create_study
from support.served import serving, settle, violations

BOXES = 500
# Whether all of a part lies within another.
WITHIN = """
([inner, outer]) => {
  const [one, all] = [inner, outer].map((part) => document.querySelector(part).getBoundingClientRect());
  return one.width > 0 && one.left >= all.left && one.right <= all.right && one.top >= all.top
    && one.bottom <= all.bottom;
}
"""


def large(path: Path) -> tuple[str, int]:
    """A study with a drawing of many boxes, each leading to the next: the drawing's key, and the change
    before the last."""
    with create_study(path, "Besar", user="A") as study:
        drawing = _drawn(study)
        seq = study.store.head
        study.codebook.add("Kelak")
        return drawing, seq


def _drawn(study: Study) -> str:
    user = study.user.guid
    with study.change("All") as change:
        display = Display(name="Besar", kind="causal-network", user=user)
        change.add(display)
        change.set(display, settings={"network": display.guid})
        boxes = [
            NetworkNode(
                display=display.guid, label=f"Hal {n}", x=n % 25 * 260, y=n // 25 * 120, user=user
            )
            for n in range(BOXES)
        ]
        change.add_many(boxes)
        change.add_many(
            NetworkEdge(
                display=display.guid, origin=one.guid, target=next_one.guid, sign="+", user=user
            )
            for one, next_one in pairwise(boxes)
        )
    return display.guid


def middle(part: Locator) -> tuple[float, float]:
    place = part.bounding_box()
    assert place is not None
    return place["x"] + place["width"] / 2, place["y"] + place["height"] / 2


def test_a_network_of_many_boxes_is_whole_from_afar_and_worked_on_up_close(
    tmp_path: Path, at: Callable[[str, str], Page], complaints: list[str]
) -> None:
    drawing, seq = large(tmp_path / "large.jejak")
    with serving(tmp_path / "large.jejak") as address:
        page = at(address, f"/display/saved/{drawing}")
        overview = page.get_by_role("img", name="Overview of 500 boxes and 499 arrows")
        beside = page.get_by_role("region", name="Beside the canvas")
        boxes, arrows = page.locator(".react-flow__node"), page.locator(".react-flow__edge")
        expect(overview).to_be_visible()
        settle(page)
        assert page.evaluate(WITHIN, [".net-sketch-box", ".net-board"])
        expect(boxes).to_have_count(0)
        expect(beside.get_by_role("list", name="List").get_by_role("button")).to_have_count(999)
        assert violations(page) == []
        # A box is chosen in the overview, then come near to; it is a box like any other there.
        name = overview.get_by_text("Hal 262", exact=True)
        page.mouse.click(*middle(name))
        expect(beside.get_by_role("textbox", name="Name")).to_have_value("Hal 262")
        page.mouse.dblclick(*middle(name))
        expect(boxes.filter(has_text="Hal 262")).to_be_visible()
        expect(overview).to_have_count(0)
        expect(arrows.first).to_be_attached()
        assert 1 < boxes.count() < 100
        page.get_by_role("button", name="Fit").click()
        expect(overview).to_be_visible()
        expect(boxes).to_have_count(0)
        # By keyboard from the list, where nothing can be written any more: its arrows are there too.
        page.evaluate(f"() => {{ sessionStorage['jejak-moment'] = '{seq}'; }}")
        page.reload()
        beside.get_by_role("list", name="List").get_by_role("button").last.focus()
        page.keyboard.press("Enter")
        expect(boxes.filter(has_text="Hal 499")).to_be_visible()
        expect(arrows.first).to_be_attached()
    assert complaints == []
