"""Files dropped on a page, as from the desktop."""

from __future__ import annotations

import base64
from pathlib import Path

from playwright.sync_api import Page

__all__ = ["drop"]

DROP = """
([name, content]) => {
  const bytes = Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0));
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([bytes], name));
  for (const kind of ["dragover", "drop"]) {
    document.body.dispatchEvent(
      new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer })
    );
  }
}
"""


def drop(page: Page, file: Path) -> None:
    """Drop a file anywhere on the page."""
    page.evaluate(DROP, [file.name, base64.b64encode(file.read_bytes()).decode()])
