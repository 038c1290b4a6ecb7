"""Whether assessments and their sources keep the standards of analysis: advice, never a verdict.

ICD 203 (Analytic Standards) and ICD 206 (Sourcing Requirements) are public directives of the United
States' intelligence community. A rule looks at form alone: what an analyst wrote, and what stands
behind it.
"""

from __future__ import annotations

from briefgen.tradecraft.advice import Advice
from briefgen.tradecraft.rules import (
    RULES,
    Rule,
    advice,
    anchor_advice,
    corroboration_advice,
)

__all__ = ["RULES", "Advice", "Rule", "advice", "anchor_advice", "corroboration_advice"]
