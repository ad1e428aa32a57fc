"""People at the counters: each serves one customer's demand, as the protocol asks of them."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from refund_gui.domain.money import Money
from refund_gui.domain.refund import Refund, RefundState
from refund_gui.domain.request import RefundRequest
from refund_gui.errors import (
    AnswerNotSaved,
    BalanceMoved,
    InvalidInput,
    NotAllowed,
    PaymentBlocked,
    RefundIsOpen,
    StoreError,
    UpstreamError,
)
from refund_gui.terminal.refunding import Offer
from tests.campaign.simulator.console import decision
from tests.campaign.simulator.counter import Counter
from tests.campaign.simulator.upstream import Upstream, demand_in, reason_of
from tests.terminal.shop import ACCOUNT

S = RefundState
MOST_TRIES = 5


class End(StrEnum):
    """How a demand ended, as its clerk sees it."""

    PAID = "paid"
    NO_ROOM = "no_room"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass
class Demand:
    """One customer who wants one amount back, once."""

    number: int
    imp_uid: str
    amount: Money
    counter: Counter
    refund_id: str = ""
    offer: Offer | None = None
    tries: int = 0
    end: End | None = None
    is_news: bool = False
    """Something was sent just now, and is not clear."""


class Clerk:
    """Takes one step at a time for a demand. `note` writes the log of steps."""

    def __init__(self, upstream: Upstream, random: Random, note: Callable[[str], None]) -> None:
        self._upstream = upstream
        self._random = random
        self._note = note

    def serve(self, demand: Demand) -> float:
        """One step; seconds until the next."""
        counter = demand.counter
        if not counter.is_up or demand.imp_uid in counter.busy:
            return 20
        counter.busy.add(demand.imp_uid)
        try:
            return self._step(demand)
        except StoreError as error:
            self._note(f"D{demand.number} at {counter.name}: {type(error).__name__}")
            return self._some(30, 200)
        finally:
            counter.busy.discard(demand.imp_uid)

    def _step(self, demand: Demand) -> float:
        if demand.offer is not None:
            return self._confirm(demand, demand.offer)
        return self._follow(demand) if demand.refund_id else self._open(demand)

    def _open(self, demand: Demand) -> float:
        """Open the dialog, and look at what it shows before typing."""
        try:
            offer = demand.counter.terminal.refunding.offer(demand.imp_uid)
        except UpstreamError:
            return self._some(60, 400)
        except PaymentBlocked as error:
            self._note(f"D{demand.number} at {demand.counter.name}: blocked, {error.breach}")
            demand.end = End.REFUSED
            return 0
        if any(demand_in(entry.reason) == demand.number for entry in offer.payment.cancellations):
            demand.end = End.PAID
        elif offer.open_refund is not None:
            if offer.open_refund.reason == reason_of(demand.number):
                demand.refund_id = offer.open_refund.refund_id
                return self._some(1, 60)
            return self._some(200, 900)  # another customer's is on its way
        elif (
            offer.rules.obstacle is not None
            or offer.rules.refundable < demand.amount
            or demand.imp_uid in self._upstream.odd
        ):
            demand.end = End.NO_ROOM
        elif (offer.recent_failures or demand.counter.was_restored) and self._upstream.truth(
            demand.imp_uid, demand.number
        ):
            return 3_600  # the dialog names the PG's console, and that shows it
        else:
            demand.offer = offer
        return self._some(2, 25) if self._random.random() < 0.9 else self._some(25, 60)

    def _confirm(self, demand: Demand, offer: Offer) -> float:
        """Press the button, once: the dialog is over then."""
        demand.offer = None
        account = ACCOUNT if offer.rules.account else None
        request = RefundRequest(
            demand.imp_uid, demand.amount, reason_of(demand.number), operator="김점원", account=account
        )
        try:
            refund = demand.counter.terminal.refunding.refund(offer, request)
        except AnswerNotSaved as error:
            demand.refund_id, demand.is_news = str(error), True
            return self._some(5, 60)
        except PaymentBlocked as error:
            self._note(f"D{demand.number} at {demand.counter.name}: blocked, {error.breach}")
            demand.end = End.REFUSED
            return 0
        except (BalanceMoved, RefundIsOpen, UpstreamError, InvalidInput) as error:
            self._note(f"D{demand.number} at {demand.counter.name}: {type(error).__name__}")
            return self._some(5, 60)
        self._note(f"D{demand.number} at {demand.counter.name}: {demand.amount.minor}, {refund.state}")
        return self._sent(demand, refund)

    def _sent(self, demand: Demand, refund: Refund) -> float:
        """What the dialog shows at its end."""
        demand.refund_id = refund.refund_id
        demand.is_news = refund.state in {S.UNKNOWN, S.ACCEPTED, S.NEEDS_REVIEW}
        if refund.state is S.SUCCEEDED:
            demand.end = End.PAID
        return self._some(1, 60)

    def _follow(self, demand: Demand) -> float:
        """Look at the refund, and do what its state asks for."""
        refund = demand.counter.store.refunds.get(demand.refund_id)
        if refund is None:  # not there after a restore: look anew
            demand.refund_id = ""
            return self._some(5, 60)
        match refund.state:
            case S.SUCCEEDED:
                demand.end = End.PAID
            case S.PREPARED:
                return self._unsent(demand, refund)
            case S.NEEDS_REVIEW:
                return self.decide(demand, refund)
            case S.UNKNOWN | S.ACCEPTED:
                if self._random.random() < 0.1:
                    self._check(demand)
                return self._some(20, 400)
            case S.SENDING | S.REVERSED:
                return 60
            case _:
                return self._ended(demand, refund)
        return 0

    def _ended(self, demand: Demand, refund: Refund) -> float:
        self._note(f"D{demand.number} at {demand.counter.name}: ended {refund.state}")
        demand.refund_id = ""
        demand.tries += 1
        if demand.tries >= MOST_TRIES:
            demand.end = End.REFUSED
        return self._some(5, 300)

    def _unsent(self, demand: Demand, refund: Refund) -> float:
        """Not sent: try again, or give up."""
        choice = self._random.random()
        try:
            if choice < 0.15:
                demand.counter.terminal.refunding.give_up(refund.refund_id, "김점원")
                self._note(f"D{demand.number} at {demand.counter.name}: given up")
                if choice < 0.05:
                    demand.end = End.WITHDRAWN
                demand.refund_id = ""
                return self._some(10, 100)
            account = ACCOUNT if refund.account else None
            sent = demand.counter.terminal.refunding.try_again(refund.refund_id, account, "김점원")
            self._note(f"D{demand.number} at {demand.counter.name}: again, {sent.state}")
            return self._sent(demand, sent)
        except (BalanceMoved, NotAllowed, UpstreamError, AnswerNotSaved, PaymentBlocked) as error:
            self._note(f"D{demand.number} at {demand.counter.name}: again, {type(error).__name__}")
            if isinstance(error, BalanceMoved):
                return self._stopped(demand, refund)
        return self._some(5, 120)

    def _stopped(self, demand: Demand, refund: Refund) -> float:
        """The balance has moved: this one can only be given up."""
        demand.counter.terminal.refunding.give_up(refund.refund_id, "김점원")
        demand.refund_id = ""
        return self._some(5, 60)

    def _check(self, demand: Demand) -> None:
        try:
            demand.counter.terminal.reconciler.check(demand.refund_id)
        except UpstreamError:
            return

    def decide(self, demand: Demand, refund: Refund) -> float:
        """Look into the PG's console and say what it shows."""
        state, key = decision(self._upstream, demand.counter.store, refund, demand.number)
        try:
            demand.counter.terminal.reconciler.decide(
                refund.refund_id, state, "PG 콘솔에서 확인", "김점원", key
            )
        except NotAllowed as error:
            self._note(f"D{demand.number} at {demand.counter.name}: not decided, {error}")
        else:
            self._note(f"D{demand.number} at {demand.counter.name}: decided {state}")
        return self._some(5, 600)

    def _is_at_the_pg(self, demand: Demand) -> bool:
        return self._upstream.truth(demand.imp_uid, demand.number) is not None

    def _some(self, low: float, high: float) -> float:
        return self._random.uniform(low, high)
