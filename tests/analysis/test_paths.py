"""Paths agree with brute force and with the page."""
