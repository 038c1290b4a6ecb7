"""briefgen: a folder of news articles becomes a cited, searchable briefing site.

The verbs for those who use it from Python: read articles, gather their extractions, encode them as
JSON, build a site and write its Markdown. Sites are usually built by `mkdocs build`.
"""

from briefgen.build import build_site, write_site
from briefgen.config import Settings
from briefgen.contract import decode, encode
from briefgen.engines import gather
from briefgen.readers import read_file, read_folder

__all__ = [
    "Settings",
    "build_site",
    "decode",
    "encode",
    "gather",
    "read_file",
    "read_folder",
    "write_site",
]
