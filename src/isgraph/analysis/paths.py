"""Paths between two actors through ties that can hold together."""
