"""Measures and comparisons over claims; one idea a file."""
