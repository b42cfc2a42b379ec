"""Write a store as a folder of linked pages that opens from a disk; nothing is served or loaded."""

from isgraph.site.press import write_site

__all__ = ["write_site"]
