"""Direct, mixed and indirect quotations with their speakers."""

from __future__ import annotations

from briefgen.components.quotations.finder import find

__all__ = ["find"]
