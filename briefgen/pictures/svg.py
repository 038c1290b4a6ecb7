"""SVG elements as one line of markup, with every text and attribute escaped."""

from __future__ import annotations

from xml.etree import ElementTree

Element = ElementTree.Element
Number = float | int


def element(tag: str, *children: Element | None, text: str = "", **attributes: object) -> Element:
    """An element; `class_` and `data_x` become `class` and `data-x`, numbers get one decimal."""
    made = ElementTree.Element(
        tag, {name.rstrip("_").replace("_", "-"): _value(v) for name, v in attributes.items()}
    )
    made.text = " ".join(text.split()) or None
    made.extend(child for child in children if child is not None)
    return made


def titled(text: str) -> Element:
    """What a mark says on hovering and to a screen reader."""
    return element("title", text=text)


def link(href: str, *children: Element, tab: bool = True) -> Element:
    """A link; one that is out of the tab order has its like in the list beside the picture."""
    made = element("a", *children, href=href)
    if not tab:
        made.set("tabindex", "-1")
    return made


def picture(width: Number, height: Number, title: str, *children: Element, kind: str) -> str:
    """The whole drawing on one line, so that Markdown takes it as it is."""
    role = "group" if any(True for child in children for _ in child.iter("a")) else "img"
    drawing = element(
        "svg",
        *children,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {_value(width)} {_value(height)}",
        class_=f"bg-picture bg-picture--{kind}",
        role=role,
        aria_label=title,
    )
    return ElementTree.tostring(drawing, encoding="unicode")


def points(*pairs: tuple[Number, Number]) -> str:
    """Coordinates as a path writes them."""
    return " ".join(f"{_value(x)},{_value(y)}" for x, y in pairs)


def _value(value: object) -> str:
    if isinstance(value, float | int):
        return f"{round(float(value), 1) + 0.0:g}" if abs(value) < 1e5 else str(round(value))
    return str(value)
