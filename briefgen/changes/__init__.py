"""Corpus -> Snapshot, and (Snapshot, Snapshot) -> Changes: what changed between two."""
