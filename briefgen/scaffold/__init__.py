"""A site to begin with: configuration, an example article, room for the user's knowledge."""

from __future__ import annotations

from pathlib import Path

from briefgen.errors import ConfigError

STARTER = Path(__file__).parent / "site"


def begin(folder: Path) -> list[Path]:
    """Write the starter site into a folder; returns its files, relative to the folder.

    Raises ConfigError where a file of the same name stands there: nothing is overwritten.
    """
    sources = sorted(path for path in STARTER.rglob("*") if path.is_file())
    names = [path.relative_to(STARTER) for path in sources]
    taken = next((name for name in names if (folder / name).exists()), None)
    if taken:
        raise ConfigError(
            f"{folder / taken} exists already, so nothing was written; "
            "correct example: briefgen new my-briefings"
        )
    for name, source in zip(names, sources, strict=True):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(source.read_bytes())
    return names
