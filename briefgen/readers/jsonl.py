"""JSON Lines: one article a line, its text taken as it is."""
