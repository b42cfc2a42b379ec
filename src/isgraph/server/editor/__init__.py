"""Editor: one page to ask the graph in SPARQL, with nothing from outside."""


def policy(nonce: str) -> str:
    """Return the content security policy of the page."""
    return (
        f"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; "
        "connect-src 'self'; frame-src 'self'; img-src data:; form-action 'none'; "
        "base-uri 'none'; frame-ancestors 'none'"
    )


def page(edition: str, nonce: str) -> str:
    """Return the page."""
    return f"<!doctype html><title>isgraph</title><script nonce={nonce}></script>{edition}"
