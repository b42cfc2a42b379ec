"""Draw a network as one self-contained page; measures and files of data live elsewhere.

Examples
--------
>>> import networkx as nx
>>> from isgraph.diagram import draw
>>> network = nx.MultiDiGraph(title="A small world")
>>> network.add_node("urn:a", label="Group A", kind="NonStateArmedGroup")
>>> figure = draw(network)
>>> "Group A" in figure.html
True
"""

from isgraph.diagram.draw import draw
from isgraph.diagram.figure import Figure

__all__ = ["Figure", "draw"]
