"""Desk: what the pages need of the data, made anew when the data change."""

from __future__ import annotations

import asyncio
from functools import cached_property
from typing import Any

from isgraph import questions
from isgraph.glossary import glossary
from isgraph.network import edition
from isgraph.server.worker import Worker
from isgraph.site.shelf import Shelf
from isgraph.store import Store


class Desk:
    """A store with its site, its terms and its questions, for one state of the data."""

    def __init__(self, content: bytes, digest: str) -> None:
        self.content, self.digest = content, digest
        self.store = Store()
        self.store.parse(content)
        self.shelf = Shelf(self.store, served=True)
        self.edition = edition(self.store)

    @cached_property
    def questions(self) -> list[dict[str, Any]]:
        """The shipped questions as the editor lists them."""
        return questions.listing(self.store)

    @cached_property
    def terms(self) -> dict[str, Any]:
        """Prefixes, terms of the ontology and names of the graph, to be completed."""
        return glossary(self.store)


class Desks:
    """The desk of the data that the worker now has."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker
        self._desk: Desk | None = None
        self._making = asyncio.Lock()

    async def now(self) -> Desk:
        """Return the desk, made in a thread if the data are new."""
        async with self._making:
            digest = self._worker.status()["digest"]
            if self._desk is None or self._desk.digest != digest:
                self._desk = await asyncio.to_thread(Desk, self._worker.content, digest)
        return self._desk
