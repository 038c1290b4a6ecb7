"""Data -> accessible SVG, drawn at build time: readable without JavaScript, in both colour schemes.

Each picture stands beside a table or list that says the same; its marks lead to the rows there,
which cite their sentences. Words come from the templates, colours from the stylesheet. Nothing is
measured in the browser and nothing is random: the same data gives the same bytes.
"""

from briefgen.pictures.network import network
from briefgen.pictures.sparkline import sparkline
from briefgen.pictures.timeline import timeline
from briefgen.pictures.worldmap import worldmap

__all__ = ["network", "sparkline", "timeline", "worldmap"]
