"""Server: the SPARQL 1.1 Protocol, read only, and the pages of the graph; no analysis."""
