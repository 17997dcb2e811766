"""Pages of the site that are made from the code, what Markdown pages show of it, and the search index."""
