"""The reader by itself in a page: texts in several scripts, opened with their codings."""

from __future__ import annotations

from collections.abc import Sequence

from playwright.sync_api import Page

__all__ = ["MIXED", "blocks_of", "long_lines", "open_reader", "settled", "words_of"]

MIXED = [
    "Saya pakai dua akun 😀 supaya aman. Begitu saja!",
    "مرحبا، عندي حسابان على الإنترنت. شكرا",
    "我有兩個帳號。𠮷野家 e\u0301clair 👩🏽‍🔬 di sini",
]
OPEN = """
([text, spans, codings]) => {
  const words = {
    text: "Teks", stripe: (c, code, coder, quote) => `${code}: ${quote}`,
    edge: (edge, code) => `${edge} of ${code}`,
    begins: (codes) => `[${codes.join(", ")} begins]`, ends: (codes) => `[${codes.join(", ")} ends]`,
    block: (number, speaker, codes) => `Block ${number}, ${speaker}: ${codes.join(", ")}`,
    tip: (coding, notes) => [coding.code, coding.coder, ...notes],
    note: (note) => `Memo: ${note.title}`,
    drop: (what, code, count) => `${what} ${code} ${count}`,
  };
  const codes = { now: () => window.carried ?? null, of: () => window.carried ?? null };
  const reader = alone.createReader(document.querySelector("#host"), { words, codes });
  const ready = new Promise((resolve) => reader.onReady(resolve));
  const kinds = ["solid", "stripes", "dots"];
  reader.setPalette(new Map(["A", "B", "C"].map((code, at) => [
    code, { name: `Code ${code}`, colour: ["#c0392b", "#2471a3", "#1e8449"][at], pattern: kinds[at] },
  ])));
  reader.setDocument({ text, blocks: {
    number: spans.map((_, at) => at + 1), kind: spans.map(() => "turn"),
    start: spans.map((s) => s[0]), end: spans.map((s) => s[1]),
    speaker: spans.map((_, at) => (at % 2 ? "Gita" : "Peneliti")),
  } });
  reader.setCodings({
    coding: codings.map((c) => c[0]), start: codings.map((c) => c[1]), end: codings.map((c) => c[2]),
    code: codings.map((c) => c[3]), coder: codings.map(() => "me"),
  });
  window.reader = reader;
  window.ranges = (part) => [...CSS.highlights]
    .filter(([name]) => name.includes(part)).flatMap(([, highlight]) => [...highlight]);
  return ready;
}
"""
WORDS = """
(part) => [...CSS.highlights].filter(([name]) => name.includes(part))
  .flatMap(([, all]) => [...all]).map((still) => {
    const range = document.createRange();
    range.setStart(still.startContainer, still.startOffset);
    range.setEnd(still.endContainer, still.endOffset);
    return range.toString();
  })
"""


def blocks_of(lines: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """The lines as one text, and the code points each takes of it."""
    spans, at = [], 0
    for line in lines:
        spans.append((at, at + len(line)))
        at += len(line) + 1
    return "\n".join(lines), spans


def long_lines(count: int) -> list[str]:
    """So many lines in turns of several scripts."""
    return [f"{at} {MIXED[at % 3]} " * (1 + at % 4) for at in range(count)]


def open_reader(
    page: Page, html: str, lines: Sequence[str], codings: Sequence[tuple[str, int, int, str]] = ()
) -> str:
    """Opens lines as blocks, with ``(id, start, end, code)`` of codes A to C; answers the text."""
    page.set_content(html)
    text, spans = blocks_of(lines)
    page.evaluate(OPEN, [text, spans, list(codings)])
    return text


def settled(page: Page) -> None:
    """What was asked for has been drawn, and what the reader leaves for idle moments is done."""
    page.evaluate(
        """async () => {
          const frame = () => new Promise(requestAnimationFrame);
          await frame();
          await frame();
          await new Promise((done) => requestIdleCallback(done, { timeout: 1000 }));
          await frame();
          await frame();
        }"""
    )


def words_of(page: Page, part: str) -> list[str]:
    """The words under the highlights whose name has that part."""
    return list(page.evaluate(WORDS, part))
