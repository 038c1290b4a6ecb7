#!/usr/bin/env python3
"""The project's two commands. Both set up all they need beside the checkout.

    python3 make.py site   build the sample site into site/ and say how to look at it
    python3 make.py check  run every check: format, lint, types, wheel, tests, browser, strict build

Needs Python 3.11 or later with pip, and git; nothing else. Only packages are fetched. For the
browser tests, `check` installs Debian's Chromium where it is missing and it may do so.
"""

from __future__ import annotations

import ctypes.util
import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def run(*command: str | Path, **more: str) -> None:
    """Run a command in the checkout; end with its status where it fails."""
    print("$", *(str(part) for part in command), flush=True)
    status = subprocess.run(command, cwd=ROOT, env=os.environ | more).returncode
    if status:
        sys.exit(f"failed with exit status {status}: {' '.join(map(str, command))}")


def environment(name: str) -> Path:
    """The folder of programs of a virtual environment in the checkout, made where it is missing.

    Made without pip and filled by the pip that runs now: bare Debian has venv but not ensurepip.
    """
    folder = ROOT / name
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    if not any(programs.glob("python*")):
        run(sys.executable, "-m", "venv", "--without-pip", folder)
    return programs


def install(programs: Path, *what: str) -> None:
    """Install packages into an environment."""
    python = next(path for path in sorted(programs.glob("python*")) if path.stem == "python")
    run(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", *what)


def site() -> None:
    """Build the sample site."""
    programs = environment(".venv")
    wanted = hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest()
    stamp = programs.parent / "installed"
    if not stamp.is_file() or stamp.read_text() != wanted:
        install(programs, "--editable", ".")
        stamp.write_text(wanted)
    run(programs / "mkdocs", "build", NO_MKDOCS_2_WARNING="1")
    shown = (programs / "mkdocs").relative_to(ROOT)
    print(
        f"\nThe sample site stands in {ROOT / 'site'}."
        f"\nLook at it:  {shown} serve --livereload   and open http://127.0.0.1:8000/"
    )


def check() -> None:
    """Run every check, on the built wheel."""
    browser()
    programs = environment(".venv-check")
    shutil.rmtree(ROOT / "dist", ignore_errors=True)
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", "dist", ".")
    wheel = next((ROOT / "dist").glob("*.whl"))
    install(programs, f"briefgen[dev] @ {wheel.as_uri()}")
    install(programs, "--force-reinstall", "--no-deps", str(wheel))
    run(programs / "ruff", "format", "--check", ".")
    run(programs / "ruff", "check", ".")
    run(programs / "mypy")
    run(programs / "pytest")
    run(programs / "mkdocs", "build", "--strict", NO_MKDOCS_2_WARNING="1")


def browser() -> None:
    """Make sure that the browser tests find Chromium, and what drives it its library."""
    has_library = sys.platform != "linux" or ctypes.util.find_library("atomic")
    if has_library and any(shutil.which(name) for name in BROWSERS):
        return
    packages = ("chromium", "libatomic1")
    if not shutil.which("apt-get") or os.geteuid() != 0:
        sys.exit(f"The browser tests need: sudo apt-get install {' '.join(packages)}")
    apt = ("apt-get", "-qq", "-o", "Dpkg::Use-Pty=0")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    run(*apt, "update", **quiet)
    run(*apt, "install", "--yes", "--no-install-recommends", *packages, **quiet)


COMMANDS = {"site": site, "check": check}


def main() -> None:
    """Run the command that the command line names."""
    if len(sys.argv) != 2 or sys.argv[1] not in COMMANDS:
        sys.exit(__doc__)
    start = time.monotonic()
    COMMANDS[sys.argv[1]]()
    print(f"\n{sys.argv[1]}: done in {time.monotonic() - start:.0f} s")


if __name__ == "__main__":
    main()
