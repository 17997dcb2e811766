"""Finds the rules, runs them, and keeps one entry for one cause."""
