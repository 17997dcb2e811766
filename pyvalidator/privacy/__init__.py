"""Identity numbers are hidden in everything that can be passed on."""
