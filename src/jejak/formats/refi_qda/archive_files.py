"""The files of an archive that is written, each under a name of its own."""

from __future__ import annotations

__all__ = ["Files"]


class Files:
    """The files of an archive as they are named in it: each name once, whatever they were called."""

    def __init__(self) -> None:
        self._taken: dict[str, tuple[str, bool]] = {}
        # Name in the archive -> the digest of a text or file, and whether it is a text.
        self.held: dict[str, tuple[str, bool]] = {}
        # Words that stand in no source, by what stands for their digest.
        self.said: dict[str, str] = {}

    def words(self, path: str, text: str) -> str:
        """The path of a file that holds such words."""
        key = f"words {path} {len(self.said)}"
        self.said[key] = text
        return self.name(path, key, text=True)

    def name(self, path: str, digest: str, *, text: bool) -> str:
        """The path by which a file is told, and under which it is put into the archive."""
        wanted = (
            path.removeprefix("internal://").replace("\\", "/").rpartition("/")[2] or digest[:16]
        )
        wanted = "".join("_" if sign in '<>:"|?*' or ord(sign) < 32 else sign for sign in wanted)
        stem, point, suffix = wanted.rpartition(".")
        own, number = wanted, 1
        content = digest, text
        while self._taken.get(own.casefold(), content) != content:
            number += 1
            own = f"{stem}-{number}.{suffix}" if point else f"{wanted}-{number}"
        self._taken[own.casefold()] = content
        self.held[f"Sources/{own}"] = content
        return f"internal://{own}"
