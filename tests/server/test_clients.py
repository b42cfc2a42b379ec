"""How much work one client may cause."""

from __future__ import annotations

import pytest

from isgraph.server import clients
from isgraph.server.clients import Clients
from isgraph.server.refusal import Refusal


def test_each_client_has_its_own_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has used it up waits until the oldest work is a minute old; others do not."""
    now = 1000.0
    monkeypatch.setattr(clients.time, "monotonic", lambda: now)
    these = Clients(per_minute=60)
    these.worked("one", 40)
    now = 1010.0
    these.worked("one", 21)

    with pytest.raises(Refusal) as caught:
        these.admit("one")
    assert (caught.value.status, caught.value.retry_after) == (429, 50)
    these.admit("other")
    now = 1061.0
    these.admit("one")


def test_old_clients_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory does not grow with every address that ever asked."""
    now = 1000.0
    monkeypatch.setattr(clients.time, "monotonic", lambda: now)
    these = Clients(per_minute=60)
    for number in range(100):
        these.worked(str(number), 1)
    now = 2000.0
    these.worked("new", 1)

    assert list(these._work) == ["new"]
