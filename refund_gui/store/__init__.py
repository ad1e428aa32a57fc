"""What the shop keeps: payments as read, refunds as confirmed. The only package that knows the database."""

from refund_gui.store.store import Store, open_store

__all__ = ["Store", "open_store"]
