"""All use cases of one shop together, as the window gets them."""

from dataclasses import dataclass

from refund_gui.clock import Clock
from refund_gui.terminal.attention import AttentionDesk
from refund_gui.terminal.history import History
from refund_gui.terminal.keys import KeySetup
from refund_gui.terminal.orders import Orders
from refund_gui.terminal.reconciling import Reconciler
from refund_gui.terminal.refunding import Refunding
from refund_gui.terminal.syncing import Syncing


@dataclass(frozen=True, slots=True)
class Terminal:
    """What the shop can do. Every method blocks: the window calls it on a lane."""

    clock: Clock
    keys: KeySetup
    orders: Orders
    history: History
    refunding: Refunding
    reconciler: Reconciler
    syncing: Syncing
    attention: AttentionDesk
