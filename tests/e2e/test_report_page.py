from __future__ import annotations

from typing import Any

import pytest

from jejak.documents.html import as_page
from support.documents import everything, thesis


@pytest.mark.parametrize("written", [everything, thesis])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_a_browser_it_passes_and_fits_a_telephone(page: Any, scheme: str, written: Any) -> None:
    from axe_core_python.sync_playwright import Axe

    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 400, "height": 800})
    page.set_content(as_page(written("kata " * 40 + "panjang" * 60)).decode())
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= 400
    found = Axe().run(page)["violations"]
    assert [(one["id"], [each["html"] for each in one["nodes"]]) for one in found] == []
