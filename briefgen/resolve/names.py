"""Names brought to the form in which they are compared."""

from __future__ import annotations

import functools
import re
import unicodedata
from importlib import resources

import yaml

from briefgen.model import ActorType
from briefgen.readers.yaml_lines import LOADER

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
SILENT = re.compile(r"[.'’`´]")
ACRONYM = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Z][A-Z0-9.&-]{1,9}")


@functools.cache
def _words(file: str, name: str) -> frozenset[str]:
    # Not through components.lists: a build that finds all in the cache never imports spaCy.
    path = resources.files("briefgen") / "data" / f"{file}.yml"
    entries = yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER)[name]
    return frozenset(word for entry in entries for word in words(str(entry)))


@functools.lru_cache(maxsize=100_000)
def words(name: str) -> tuple[str, ...]:
    """The name's words without case, accents, full stops and apostrophes."""
    spoken = SILENT.sub("", name.replace("&", " and "))
    decomposed = unicodedata.normalize("NFKD", spoken.casefold())
    return tuple(WORD.findall("".join(c for c in decomposed if not unicodedata.combining(c))))


def person(name: str) -> tuple[str, ...]:
    """A person's name without honorifics, generation and middle initials."""
    spoken = list(words(name))
    while len(spoken) > 1 and spoken[0] in _words("actors", "honorifics"):
        del spoken[0]
    while len(spoken) > 1 and spoken[-1] in _words("actors", "person_suffixes"):
        del spoken[-1]
    return tuple(w for i, w in enumerate(spoken) if len(w) > 1 or i in (0, len(spoken) - 1))


def is_surname(name: tuple[str, ...]) -> bool:
    """Whether a person's compared name is a surname only, perhaps with its particle."""
    return len(name) == 1 or name[0] in _words("corpus/resolve", "particles")


def surnames(name: tuple[str, ...]) -> set[str]:
    """What a text may call the bearer of a full name by; a surname begins with its particle."""
    for place, word in enumerate(name[1:-1], 1):
        if word in _words("corpus/resolve", "particles"):
            dropped = word in _words("corpus/resolve", "dropped_particles")
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
    return " ".join(spoken) if spoken and is_proper(name, spoken) else None


def is_proper(name: str, spoken: tuple[str, ...]) -> bool:
    """Whether it names one actor: "the police" and "the Foreign Ministry" are many countries'."""
    named = any(character.isupper() or character.isdigit() for character in name)
    return named and not set(spoken) <= _words("corpus/resolve", "offices") | _words(
        "corpus/resolve", "unspoken"
    )


def is_acronym(name: str) -> bool:
    """Whether it is written like NATO or I.A.E.A."""
    return ACRONYM.fullmatch(name) is not None


def initials(name: str) -> str:
    """What the acronym of a name would be; empty for a name of one word."""
    spoken = [w for w in words(name) if w not in _words("corpus/resolve", "unspoken")]
    return "".join(word[0] for word in spoken) if len(spoken) > 1 else ""


def role_words(text: str) -> frozenset[str]:
    """The words of a role that tell it from other roles."""
    return frozenset(words(text)) - _words("corpus/resolve", "role_stopwords")
