"""`python -m tests.evaluation`: see the package."""

from __future__ import annotations

import argparse

from .gate import DIGITS, floors, measure, raise_floors, write_quality


def main() -> None:
    """Prints the scores; on demand their errors, raised floors and the site's file."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation", description=__doc__)
    parser.add_argument(
        "--errors", nargs="+", default=(), metavar="NAMES", help="start of a metric"
    )
    parser.add_argument("--raise-floors", action="store_true", help="lift floors to the scores")
    parser.add_argument("--write", action="store_true", help="write briefgen/data/quality.json")
    options = parser.parse_args()
    scores = measure()
    pinned = floors()
    print(f"{'metric':28}{'score':>8}{'floor':>8}{'n':>6}")
    for name, score in scores.items():
        percent = round(score.percent, DIGITS)
        print(f"{name:28}{percent:8.1f}{pinned.get(name, 0):8.1f}{score.gold:6}")
    for name, score in scores.items():
        if any(name.startswith(start) for start in options.errors):
            print(f"\n{name}")
            print(*(f"  missed  {shown}" for shown in score.missed), sep="\n")
            print(*(f"  wrong   {shown}" for shown in score.wrong), sep="\n")
    if options.raise_floors:
        raise_floors(scores)
    if options.write:
        write_quality(scores)


main()
