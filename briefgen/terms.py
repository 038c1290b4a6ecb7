"""Values of fixed vocabularies that readers see, marked for the catalogue.

Data keep them in English, for programs; pages say them in the language of the site.
"""

from __future__ import annotations

from briefgen.catalogue import N_

ACTORS = (
    N_("person"),
    N_("organization"),
    N_("country"),
    N_("place"),
    N_("force"),
    N_("group"),
)
SPEECH = (N_("direct"), N_("indirect"), N_("mixed"))
CREDIT = (N_("attributed"), N_("quoted"), N_("anonymous"))
QUESTIONS = (N_("who"), N_("what"), N_("when"), N_("where"), N_("why"), N_("how"))
FATES = (
    N_("upcoming"),
    N_("due"),
    N_("passed"),
    N_("done"),
    N_("called off"),
    N_("postponed"),
    N_("moved"),
)
EVENTS = (
    N_("agree"),
    N_("consult"),
    N_("support"),
    N_("cooperate"),
    N_("aid"),
    N_("yield"),
    N_("request"),
    N_("accuse"),
    N_("reject"),
    N_("threaten"),
    N_("protest"),
    N_("sanction"),
    N_("mobilize"),
    N_("coerce"),
    N_("assault"),
)
MODIFIERS = (
    N_("about"),
    N_("at least"),
    N_("at most"),
    N_("more than"),
    N_("less than"),
    N_("nearly"),
    N_("exactly"),
    N_("another"),
    N_("average"),
    N_("only"),
)
LAYERS = (
    N_("layout"),
    N_("names"),
    N_("times"),
    N_("figures"),
    N_("quotes"),
    N_("statements"),
    N_("countries"),
    N_("five W"),
    N_("key facts"),
    N_("bottom line"),
)
METRICS = (
    N_("strict"),
    N_("overlap"),
    N_("grouping"),
    N_("relaxed"),
    N_("value"),
    N_("value and unit"),
    N_("direct and mixed"),
    N_("speaker"),
    N_("found"),
    N_("event"),
    N_("actor"),
    N_("recipient"),
    N_("modality"),
    N_("right"),
)
CONFIDENCE = (N_("low"), N_("moderate"), N_("high"))
TERMS = frozenset(
    (
        *ACTORS,
        *SPEECH,
        *CREDIT,
        *QUESTIONS,
        *FATES,
        *EVENTS,
        *MODIFIERS,
        *LAYERS,
        *METRICS,
        *CONFIDENCE,
    )
)
