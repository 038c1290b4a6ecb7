"""Corpus and Pages -> search index: what a reader finds, passage by passage.

`record` says what of a page is found and by which facets, `index` has Pagefind write the files
that the browser searches in.
"""

from briefgen.search.index import FOLDER, write_index
from briefgen.search.record import Passage, Record, language, records

__all__ = ["FOLDER", "Passage", "Record", "language", "records", "write_index"]
