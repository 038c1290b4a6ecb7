"""The user's knowledge: who the actors are (actors.yml) and what was decided (judgements.yml).

`actors.yml` is a list of actors. `id`, `name` and `type` are required; a role without dates is one
whose dates are not known.

    - id: fumio-kishida
      name: Fumio Kishida
      type: person                  # person organization country force group place
      aliases: [Kishida Fumio]
      country: JPN                  # ISO 3166-1 alpha-3
      roles:
        - {text: Prime Minister of Japan, from: 2021-10-04, until: 2024-10-01}
      note: Chaired the talks of April 2024.

`judgements.yml` is a list of decisions; each holds exactly one of the five verbs. An actor is named
by its id (`briefgen explain ID` shows it) or by an anchor, a name quoted from an article. Every
decision may carry `reason`, `by` and `date`.

    - merge: [fumio-kishida, {article: summit-preview, exact: Kishida, prefix: "Minister "}]
      reason: The preview names the prime minister by his surname only.
      date: 2024-03-26
    - keep_apart: [kim-jong-un, kim-jong-nam]
    - rename: us-forces-japan
      to: U.S. Forces Japan
    - hide: kyodo-news              # an actor ...
    - hide: {article: summit-preview, exact: is planning to enhance}      # ... or a statement
    - correct: {article: fighter-sale, exact: 105 F-35 fighters, prefix: "sale of "}
      field: quantity.value         # timex.value quantity.value quantity.unit statement.event
      to: 105                       # statement.modality statement.time statement.actor

An anchor quotes the article word for word: `exact` is the quote itself, `prefix` and `suffix` are
the words right before and after it, needed where the quote stands more than once. The quote of a
`hide` or `correct` overlaps the fact meant: the figure, the time, or the statement's verb.
"""
