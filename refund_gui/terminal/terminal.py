"""All use cases of one shop together, as the window gets them."""

from collections.abc import Callable
from dataclasses import dataclass

from refund_gui.business_days import KoreanBusinessDays
from refund_gui.clock import Clock
from refund_gui.domain.payout import BusinessDay
from refund_gui.failpoints import Failpoint, no_failpoint
from refund_gui.high_water import HighWaterMark, MemoryMark
from refund_gui.portone.gateway import Gateway
from refund_gui.store import Store
from refund_gui.terminal.adopting import Adoption
from refund_gui.terminal.attention import AttentionDesk
from refund_gui.terminal.closing import Closing
from refund_gui.terminal.continuity import Continuity
from refund_gui.terminal.exporting import Exporting
from refund_gui.terminal.history import History
from refund_gui.terminal.invariants import Invariants
from refund_gui.terminal.keys import KeySetup
from refund_gui.terminal.moving import Moves
from refund_gui.terminal.orders import Orders
from refund_gui.terminal.outside import OutsideRefunds
from refund_gui.terminal.reconciling import Reconciler
from refund_gui.terminal.refunding import Refunding
from refund_gui.terminal.rounds import Rounds
from refund_gui.terminal.seen_version import SeenVersion
from refund_gui.terminal.sending import Sender
from refund_gui.terminal.summary import Summaries
from refund_gui.terminal.support import Support
from refund_gui.terminal.syncing import Syncing
from refund_gui.terminal.unsaved import UnsavedAnswers
from refund_gui.terminal.updating import Updating
from refund_gui.terminal.watching import Watches


@dataclass(frozen=True, slots=True)
class Terminal:
    """What the shop can do. Every method blocks: the window calls it on a lane."""

    clock: Clock
    keys: KeySetup
    orders: Orders
    history: History
    exporting: Exporting
    outside: OutsideRefunds
    refunding: Refunding
    reconciler: Reconciler
    syncing: Syncing
    summaries: Summaries
    closing: Closing
    attention: AttentionDesk
    rounds: Rounds
    support: Support
    seen_version: SeenVersion
    updating: Updating


def make_terminal(
    store: Store,
    gateway: Gateway,
    clock: Clock,
    keys: KeySetup,
    counter: Callable[[], str],
    mark: HighWaterMark | None = None,
    failpoint: Failpoint = no_failpoint,
    is_business_day: BusinessDay | None = None,
    updating: Updating | None = None,
) -> Terminal:
    """All use cases on one store and one upstream. Nothing has happened yet: `reconciler.recover` is first.

    Args:
        counter: asked for this counter's name at each refund.
        mark: outside of the store, says how far it has come; in memory unless given.
        failpoint: stops, kills or fails the program in tests.
        is_business_day: Korea's calendar unless given.
        updating: asks nobody unless given.
    """
    is_business_day = is_business_day or KoreanBusinessDays()
    watches, invariants = Watches(clock), Invariants(store)
    unsaved = UnsavedAnswers(store, clock, watches.after_attempt, failpoint)
    moves = Moves(store, clock, watches, is_business_day, failpoint)
    adoption = Adoption(store, clock, is_business_day)
    reconciler = Reconciler(store, gateway, clock, watches, unsaved, invariants, adoption, moves, failpoint)
    sender = Sender(store, gateway, clock, reconciler, moves, unsaved, invariants, failpoint)
    refunding = Refunding(
        store, gateway, clock, watches, reconciler, sender, unsaved, invariants, counter, failpoint
    )
    continuity = Continuity(store, gateway, clock, mark or MemoryMark(), reconciler)
    syncing = Syncing(store, gateway, clock, reconciler.take_listed)
    return Terminal(
        clock=clock,
        keys=keys,
        orders=Orders(store),
        history=History(store, clock),
        exporting=Exporting(store),
        outside=OutsideRefunds(store, clock),
        refunding=refunding,
        reconciler=reconciler,
        syncing=syncing,
        summaries=Summaries(store, clock, syncing),
        closing=Closing(store, clock, syncing),
        attention=AttentionDesk(store, reconciler, invariants, continuity),
        rounds=Rounds(clock, watches, unsaved, reconciler, invariants, continuity),
        support=Support(store),
        seen_version=SeenVersion(store),
        updating=updating or Updating(store, clock),
    )
