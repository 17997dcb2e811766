"""Drawn pictures of pages, as SVG without any inline style."""
