"""bidwriter: draft, check and export a council's bid for a government fund, offline."""

__version__ = "0.1.0"
