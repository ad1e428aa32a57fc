"""Where a figure was measured: it says little without."""

import os


def machine() -> str:
    """Processors and how much runs on them; the load is that of the last minute."""
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return f"{os.cpu_count()} CPUs{load}"
