"""Names brought to the form in which they are compared."""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import NamedTuple

from briefgen.model import ActorType
from briefgen.resolve.tables import component_table, table

# Types that texts confuse with one another are compared as one kind.
KIND: dict[ActorType, str] = {
    "person": "person",
    "country": "country",
    "place": "place",
    "organization": "body",
    "force": "body",
    "group": "body",
}

WORD = re.compile(r"[^\W_]+")
INITIALS = re.compile(r"\b[A-Z]\.\s?[A-Z]\.")
ODD = re.compile(r"[\[\]{}<>@|\n\"“”]|^\W|[-–—]$|‘")
SHORTEST_SHOUT = 4
NICKNAME = re.compile(r"\s[\"“][^\"”]*[\"”]\s")
POSSESSIVE = re.compile(r"['’]s\b")
SILENT = re.compile(r"[.'’`´]")
ACRONYM = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Z][A-Z0-9.&-]{1,9}")


@functools.cache
def listed(name: str) -> frozenset[str]:
    """The words of a list of `data/corpus/resolve.yml`, as compared."""
    return frozenset(w for entry in table("resolve", name) for w in words(str(entry)))


@functools.cache
def titles(name: str) -> frozenset[str]:
    """The words of a list of `data/actors.yml`, as compared."""
    return frozenset(w for entry in component_table("actors", name) for w in words(str(entry)))


@functools.lru_cache(maxsize=100_000)
def words(name: str) -> tuple[str, ...]:
    """The name's words without case, accents, full stops, apostrophes and possessive."""
    spoken = SILENT.sub("", POSSESSIVE.sub("", name).replace("&", " and "))
    decomposed = unicodedata.normalize("NFKD", spoken.casefold())
    return tuple(WORD.findall("".join(c for c in decomposed if not unicodedata.combining(c))))


def person(name: str) -> tuple[str, ...]:
    """A person's name without honorifics, generation and middle initials."""
    spoken = list(words(NICKNAME.sub(" ", name)))
    while len(spoken) > 1 and spoken[0] in titles("honorifics"):
        del spoken[0]
    while len(spoken) > 1 and spoken[-1] in titles("person_suffixes"):
        del spoken[-1]
    middle = len(form(name).middle)
    return tuple(
        w
        for i, w in enumerate(spoken)
        if i in (0, len(spoken) - 1) or (len(w) > 1 and not (len(w) == 2 and middle > 1))
    )


def is_surname(name: tuple[str, ...]) -> bool:
    """Whether a person's compared name is a surname only, perhaps with its particles."""
    particles = listed("particles") - listed("first_name_particles")
    return len(name) == 1 or (name[0] in particles and set(name[:-1]) <= listed("particles"))


def surnames(name: tuple[str, ...]) -> set[str]:
    """What a text may call the bearer of a full name by; a surname begins with its particle."""
    for place, word in enumerate(name[1:-1], 1):
        if word in listed("particles"):
            dropped = word in listed("dropped_particles")
            return {"".join(name[place:])} | ({name[-1]} if dropped else set())
    return {name[-1]}


def key(name: str, type: ActorType) -> str | None:
    """Equal for names of one kind that are the same; None for what is no full name."""
    if KIND[type] == "person":
        compared = person(name)
        # Joined, so that "Jong-un", "Jong Un" and "Jongun" are one.
        return "".join(compared) if compared and not is_surname(compared) else None
    spoken = words(name)
    if spoken[:1] == ("the",):
        spoken = spoken[1:]
    if not is_proper(name, spoken):
        return None
    said = " ".join(spoken)
    return _usual_names().get(said, said)


@functools.cache
def _usual_names() -> dict[str, str]:
    """Bodies' other names and their usual ones, as compared: "daesh" is "islamic state"."""
    return {
        " ".join(words(other)): " ".join(words(usual))
        for usual, others in component_table("other_names", "always").items()
        for other in others
    }


def is_proper(name: str, spoken: tuple[str, ...]) -> bool:
    """Whether it names one actor: "the police" and "the Foreign Ministry" are many countries'."""
    named = any(character.isupper() or character.isdigit() for character in name)
    return named and not set(spoken) <= listed("offices") | listed("unspoken")


def is_acronym(name: str) -> bool:
    """Whether it is written like NATO or I.A.E.A."""
    return ACRONYM.fullmatch(name) is not None


def is_shown(alias: str, name: str) -> bool:
    """Whether an article's name is worth showing beside the actor's own.

    Not where it is the name with other words or signs around it, or the name in capitals.
    """
    if alias == name:
        return False
    spoken, own = words(alias), words(name)
    length = len(own)
    around = any(spoken[i : i + length] == own for i in range(len(spoken) - length + 1))
    shouted = alias.isupper() and not is_acronym(alias) and len(alias) > SHORTEST_SHOUT
    return not (around and length > 1) and not shouted and ODD.search(alias) is None


def initials(name: str) -> str:
    """What the acronym of a name would be; empty for a name of one word."""
    spoken = [w for w in words(name) if w not in listed("unspoken")]
    return "".join(word[0] for word in spoken) if len(spoken) > 1 else ""


def role_words(text: str) -> frozenset[str]:
    """The words of a role that tell it from other roles."""
    return frozenset(words(text)) - listed("role_stopwords")


class Form(NamedTuple):
    """What tells bearers of one full name apart."""

    middle: str
    """Middle initials: "hw" for George H. W. Bush."""
    generation: str
    """ "jr", "sr", "iii" or nothing."""


def form(name: str) -> Form:
    """Middle initials and generation of a person's name."""
    spoken = list(words(name))
    generation = ""
    while len(spoken) > 1 and spoken[-1] in titles("person_suffixes"):
        generation = {"junior": "jr", "senior": "sr"}.get(spoken[-1], spoken[-1])
        del spoken[-1]
    # "H.W." loses its full stops: two letters that are no vowelled word.
    middle = [w for w in spoken[1:-1] if len(w) == 1 or (len(w) == 2 and INITIALS.search(name))]
    return Form("".join(middle), generation)


def full_form(name: str) -> Form:
    """As `form`, with middle names as initials, too: "hw" for George Herbert Walker Bush."""
    compared = person(name)
    said = form(name)
    particled = set(compared[:-1]) & listed("particles")
    middle = "" if particled else "".join(word[0] for word in compared[1:-1])
    return Form(said.middle or middle, said.generation)
