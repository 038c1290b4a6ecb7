"""briefgen: a folder of news articles becomes a cited, searchable briefing site."""
