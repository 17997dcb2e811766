"""The file as columns over its records, and how records relate."""
