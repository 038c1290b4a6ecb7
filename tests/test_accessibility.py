"""Every kind of page, held against the rules of axe-core in both colour schemes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import sites
from test_browser import CHROMIUM, browser

axe = pytest.importorskip("axe_playwright_python.sync_playwright")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]
__all__ = ["browser"]  # a fixture


def kinds(site: Path) -> list[str]:
    """One page of each kind: the landing pages, and the last page below each folder."""
    pages = sorted(path.parent.relative_to(site).as_posix() for path in site.rglob("index.html"))
    last = {address.split("/")[0]: address for address in pages if "/" in address}
    landing = [address for address in pages if "/" not in address and address != "."]
    return ["", *(f"{address}/" for address in sorted({*landing, *last.values()}))]


# WCAG 2.2's size of what a thumb must hit is a rule that axe leaves to be asked for.
RULES = {"rules": {"target-size": {"enabled": True}}}
DESKTOP, PHONE = {"width": 1280, "height": 1000}, {"width": 412, "height": 823}


@pytest.mark.parametrize(("scheme", "screen"), [("light", DESKTOP), ("dark", PHONE)])
def test_axe_finds_no_violation_on_any_kind_of_page(
    sample_site: Path, browser: Any, scheme: str, screen: dict[str, int]
) -> None:
    rules = axe.Axe()
    with sites.served(sample_site) as address:
        page = browser.new_context(color_scheme=scheme, viewport=screen).new_page()
        addresses = kinds(sample_site)
        assert {"", "briefings/", "search/", "network/"} <= set(addresses)
        assert len(addresses) >= 20
        for one in addresses:
            # What scripts put on the page stands, and has its place, before it is measured.
            page.goto(address + one, wait_until="networkidle")
            found = rules.run(page, options=RULES).response["violations"]
            told = [(v["id"], [node["html"][:200] for node in v["nodes"][:3]]) for v in found]
            assert told == [], one
