"""The evaluation gate: the pipeline on the sample articles, against our own hand annotation.

    python -m tests.evaluation                  prints every score beside its floor
    python -m tests.evaluation --errors NAMES   lists what was missed and wrongly found in a layer
    python -m tests.evaluation --raise-floors   lifts each floor to the score reached; lowers none
    python -m tests.evaluation --write          writes briefgen/data/quality.json for the site

`gold/<article id>.yml` holds the annotation (its format: `gold.py`), `score.py` the matching rules.
"""
