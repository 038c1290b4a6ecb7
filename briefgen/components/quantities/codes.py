"""Numbers that are no figures, told by the letters around them: codes, days, clock times, lists."""

from __future__ import annotations

import re

from briefgen.components.quantities import units
from briefgen.components.quantities.numbers import Number
from briefgen.lists import load

_MONTH = "|".join(load("layout")["months"])
_STREET = units.alternatives(load("quantities")["street_words"])
PREFIX_BEFORE = re.compile(r"\b(?:sub|to|minus|under|over|and|or)-$", re.IGNORECASE)
_GLUED_BEFORE = re.compile(
    r"(?:[A-Za-z_]|[A-Za-z]-|[#@+/№]|\d[./:,]|\d-\d+-|\b(?:[A-Z]{1,2}|(?i:covid)) - )$"
)
_GLUED_AFTER = re.compile(r"[A-Za-z_]|-[A-Z0-9]*[A-Z]|['’]s\b|[/:]\d|-\d+-\d|\.\d+\.\d")
_ORDINAL_AFTER = re.compile(r"(?:st|nd|rd|th)\b")
_CLOCK_AFTER = re.compile(
    r"(?::\s?\d\d)|(?:\.?\s?\d{1,2})?\s?(?:[ap]\.?\s?m\b|o['’]clock|GMT|UTC|hours? (?:GMT|local))",
    re.IGNORECASE,
)
_MONTH_BEFORE = re.compile(
    rf"\b(?:{_MONTH})\.?\s(?:the\s)?(?:\d\d?\s?[-–,]\s?|\d\d? (?:and|to) )?$"
)
_MONTH_AFTER = re.compile(rf"(?:\s?(?:[-–]|and|to)\s?\d\d?)?,?\s(?:of\s)?(?:{_MONTH})\b")
_LINE_START = re.compile(r"(?:^|\n)\s*[(\[]?$")
_LIST_MARK_AFTER = re.compile(r"[.)\]](?:\s|$)")
_BRACKETED = re.compile(r"\[\d+\]")
_STREET_AFTER = re.compile(rf"(?:[-–]\d+)?\s(?:[A-Z0-9][\w.]*\s){{1,3}}(?i:{_STREET})\b")


def is_code(text: str, number: Number) -> bool:
    """Whether what stands around a number makes it a code: "F-35", "1960s", "9:30", "5 May"."""
    before = text[max(0, number.start - 14) : number.start]
    if _GLUED_BEFORE.search(before) and not PREFIX_BEFORE.search(before):
        return True
    if number.kind in ("words", "vague"):
        return False
    written = text[number.start : number.end]
    return bool(
        (written.isdigit() and written.startswith("0") and len(written) > 1)
        or _ORDINAL_AFTER.match(text, number.end)
        or _CLOCK_AFTER.match(text, number.end)
        or (_LINE_START.search(before) and _LIST_MARK_AFTER.match(text, number.end))
        or _BRACKETED.match(text, max(0, number.start - 1))
        or _STREET_AFTER.match(text, number.end)
        or (written.isdigit() and int(written) <= 31 and _is_day(before, text, number.end))
        or (number.kind == "fraction" and "/" in written and not text.startswith(" of", number.end))
        or _is_glued(text, number)
    )


def _is_day(before: str, text: str, end: int) -> bool:
    return bool(_MONTH_BEFORE.search(before) or _MONTH_AFTER.match(text, end))


def _is_glued(text: str, number: Number) -> bool:
    """Whether letters follow that are neither a unit nor money: "3s", "5G", "747-400F"."""
    if not _GLUED_AFTER.match(text, number.end):
        return False
    return not (units.measure_after(text, number.end) or units.money_after(text, number.end))
