"""A refund terminal for shops that take payments through i'mport (PortOne)."""

__version__ = "0.1.0"
