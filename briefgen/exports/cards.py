"""A picture a briefing for links to it (Open Graph): headline, publisher, date, the site's name.

Drawn in sixteen shades with a font that comes in a package, so that a picture is a few kilobytes
and the same on every machine. A headline with letters that the font lacks gets no picture.
"""

from __future__ import annotations

import functools
import io
from collections.abc import Iterator
from datetime import date
from functools import partial

from fontpkg_source_sans_3 import ROOT
from PIL import Image, ImageDraw, ImageFont

from briefgen import addresses, wording
from briefgen.catalogue import ENGLISH
from briefgen.corpus import Brief, Corpus, Export
from briefgen.exports.words import line

SIZE = (1200, 630)
MARGIN = 80
SHADES = 16
BACKGROUND, INK = (38, 50, 56), (255, 255, 255)  # Material's blue grey 900, white
QUIET, FULL = 11, 15
"""Shades from 0, the background, to 15, the ink."""
TITLE_SIZES = (68, 58, 50)
"""The largest in which the headline takes at most so many lines."""
TITLE_LINES = 5
SMALL = 32
LEADING = 1.2
ELLIPSIS = "…"


def pictures(corpus: Corpus) -> Iterator[Export]:
    """One picture a briefing."""
    for id, brief in corpus.briefs.items():
        if drawable(brief):
            make = partial(_content, corpus.site_name, brief, corpus.language)
            yield Export(addresses.beside(id, addresses.CARD), make)


def drawable(brief: Brief) -> bool:
    """Whether the font has every letter of the headline."""
    return all(map(_has, line(brief.article.title or brief.article.id)))


def _content(site_name: str, brief: Brief, language: str) -> tuple[bytes]:
    return (png(site_name, brief, language),)


def png(site_name: str, brief: Brief, language: str = ENGLISH) -> bytes:
    """The picture's bytes."""
    article = brief.article
    picture = Image.new("P", SIZE, 0)
    picture.putpalette([channel for shade in range(SHADES) for channel in _colour(shade)])
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, 16, SIZE[1]), fill=QUIET)
    day = _day(article.published, language) if article.published else None
    told = " · ".join(filter(None, [article.handling, article.publisher, day]))
    _write(picture, (MARGIN, MARGIN), _cut(told, _font(SMALL, "Regular")), SMALL, QUIET)
    size, lines = _fitted(line(article.title or article.id))
    for number, words in enumerate(lines):
        _write(picture, (MARGIN, 160 + round(number * size * LEADING)), words, size, FULL, "Bold")
    foot = SIZE[1] - MARGIN - SMALL
    _write(picture, (MARGIN, foot), _cut(site_name, _font(SMALL, "Bold")), SMALL, QUIET, "Bold")
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", bits=4, optimize=False, compress_level=6)
    return buffer.getvalue()


def _day(value: date, language: str) -> str:
    """The date in words; in figures where the font lacks the language's letters."""
    words = wording.day(value, language)
    return words if all(map(_has, words)) else value.isoformat()


def _colour(shade: int) -> tuple[int, ...]:
    part = shade / (SHADES - 1)
    return tuple(
        round(low + (high - low) * part) for low, high in zip(BACKGROUND, INK, strict=True)
    )


def _write(
    picture: Image.Image,
    place: tuple[int, int],
    words: str,
    size: int,
    shade: int,
    weight: str = "Regular",
) -> None:
    """Draw words in a shade; their smooth edges are the shades below it."""
    font = _font(size, weight)
    box = tuple(map(int, font.getbbox(words)))
    mask = Image.new("L", (box[2] + 1, box[3] + 1), 0)
    ImageDraw.Draw(mask).text((0, 0), words, font=font, fill=255)
    picture.paste(mask.point(lambda value: value * shade // 255), place)


def _fitted(title: str) -> tuple[int, list[str]]:
    """The largest size in which the headline fits, and its lines there."""
    for size in TITLE_SIZES:
        lines = _wrapped(title, _font(size, "Bold"))
        if len(lines) <= TITLE_LINES:
            return size, lines
    font = _font(size, "Bold")
    rest = _cut(" ".join(lines[TITLE_LINES - 1 :]), font)
    return size, [*lines[: TITLE_LINES - 1], rest]


def _wrapped(words: str, font: ImageFont.FreeTypeFont) -> list[str]:
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= SIZE[0] - 2 * MARGIN:
            lines[-1] = longer
        else:
            lines.append(_cut(word, font))
    return lines


def _cut(words: str, font: ImageFont.FreeTypeFont) -> str:
    """The words, or as many letters of them as fit in a line, and an ellipsis."""
    width = SIZE[0] - 2 * MARGIN
    shown = "".join(letter for letter in line(words)[:200] if _has(letter))
    if font.getlength(shown) <= width:
        return shown
    while font.getlength(shown + ELLIPSIS) > width:
        shown = shown[:-1]
    return shown.rstrip() + ELLIPSIS


@functools.cache
def _font(size: int, weight: str) -> ImageFont.FreeTypeFont:
    path = ROOT / "files" / "SourceSans3[wght].ttf"
    # The plain layout is built into Pillow; the other one depends on the machine's libraries.
    font = ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_name(weight)
    return font


@functools.cache
def _has(letter: str) -> bool:
    """Whether the font draws this letter, not the box that stands for any it lacks."""
    font = _font(SMALL, "Regular")
    return letter == " " or bytes(font.getmask(letter)) != bytes(font.getmask("\uffff"))
