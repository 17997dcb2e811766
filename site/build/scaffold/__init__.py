"""New parts of the core, begun from a template that works."""
