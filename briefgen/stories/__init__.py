"""Which articles belong together: those that tell the same story."""

from briefgen.stories.clusters import cluster

__all__ = ["cluster"]
