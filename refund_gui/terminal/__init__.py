"""Everything that the shop can do, without a window: plain blocking Python."""
