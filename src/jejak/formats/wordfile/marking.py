"""Something put into a Word file beside its words: every other byte of them stays."""

from __future__ import annotations

from collections import defaultdict

from .signs import Part, Run, Sign

__all__ = ["Marks"]


class Marks:
    """What is to be put into one part, and where."""

    def __init__(self, part: Part) -> None:
        self._part = part
        # Position -> how to open a gap there (before, after), and what stands in it: ends, begins.
        self._gaps: dict[int, tuple[bytes, bytes]] = {}
        self._ends: defaultdict[int, list[bytes]] = defaultdict(list)
        self._begins: defaultdict[int, list[bytes]] = defaultdict(list)
        self._preserving: set[int] = set()

    def element(self, name: str, inner: bytes = b"", **given: str) -> bytes:
        """An element of the part's own namespace."""
        prefix = self._part.prefix
        told = "".join(f' {prefix}{key}="{value}"' for key, value in given.items())
        if not inner:
            return f"<{prefix}{name}{told}/>".encode()
        return f"<{prefix}{name}{told}>".encode() + inner + f"</{prefix}{name}>".encode()

    def before(self, sign: Sign, content: bytes) -> None:
        """Put something before a character."""
        run, piece = sign.run, sign.piece
        if piece.text and sign.start > piece.inside:
            at = self._within(sign, sign.start)
        elif piece.start == run.inside:
            at = run.start
            self._gaps.setdefault(at, (b"", b""))
        else:
            at = piece.start
            self._gaps.setdefault(at, self._between(run))
        self._begins[at].append(content)

    def after(self, sign: Sign, content: bytes) -> None:
        """Put something after a character."""
        run, piece = sign.run, sign.piece
        if piece.text and sign.end < piece.outside:
            at = self._within(sign, sign.end)
        elif piece.end == run.outside:
            at = run.end
            self._gaps.setdefault(at, (b"", b""))
        else:
            at = piece.end
            self._gaps.setdefault(at, self._between(run))
        self._ends[at].append(content)

    def after_run(self, run: Run, content: bytes) -> None:
        """Put something after a run."""
        self._gaps.setdefault(run.end, (b"", b""))
        self._ends[run.end].append(content)

    def _within(self, sign: Sign, at: int) -> int:
        """A gap within the text of a run, which is two runs then."""
        self._preserving.add(sign.piece.start)
        prefix = self._part.prefix
        closed, opened = self._between(sign.run)
        text = f'<{prefix}t xml:space="preserve">'.encode()
        self._gaps.setdefault(at, (f"</{prefix}t>".encode() + closed, opened + text))
        return at

    def _between(self, run: Run) -> tuple[bytes, bytes]:
        return f"</{self._part.prefix}r>".encode(), run.tag + run.look

    def written(self) -> bytes:
        """The part with everything in it."""
        data = self._part.data
        put: dict[int, bytes] = {
            at: closed + b"".join((*self._ends[at], *self._begins[at])) + opened
            for at, (closed, opened) in self._gaps.items()
        }
        for at in self._preserved():
            put[at] = b' xml:space="preserve"' + put.get(at, b"")
        told, last = list[bytes](), 0
        for at in sorted(put):
            told += [data[last:at], put[at]]
            last = at
        return b"".join([*told, data[last:]])

    def _preserved(self) -> list[int]:
        """Where the tags of divided texts take the word that their spaces count."""
        name = f"<{self._part.prefix}t".encode()
        pieces = {sign.piece.start: sign.piece for para in self._part.paras for sign in para.signs}
        return [
            at + len(name) for at in self._preserving if not pieces[at].preserves
        ]  # fmt: skip
