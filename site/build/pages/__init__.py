"""Pages that are made from the code, what Markdown pages show of it, the list of all parts, the search index."""
