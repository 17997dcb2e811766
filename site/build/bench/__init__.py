"""Benchmarks: one module for each group of rows, and what they share."""
