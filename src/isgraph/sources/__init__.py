"""Documents and their texts: where a phrase stands, and whether locators hold; keeps no text."""

from isgraph.sources.documents import document, documents, locate, places, text_of
from isgraph.sources.text import Located, Text
from isgraph.sources.verification import Fault, verify

__all__ = [
    "Fault",
    "Located",
    "Text",
    "document",
    "documents",
    "locate",
    "places",
    "text_of",
    "verify",
]
