"""Which articles belong together: copies of one origin, and those that tell the same story."""

from briefgen.stories.clusters import Placed, cluster, place
from briefgen.stories.origins import Copy, Origin, find_origins, origin_ids

__all__ = ["Copy", "Origin", "Placed", "cluster", "find_origins", "origin_ids", "place"]
