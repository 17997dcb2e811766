"""The start of Python in the browser: locked wheels, byte code, the memory image, and their packs."""
