"""What must hold of upstream and a store. Everything is counted anew from upstream's own record."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from refund_gui.domain.refund import Origin, Outcome, Refund, RefundAttempt, RefundState
from refund_gui.store import Store
from tests.campaign.simulator.upstream import Upstream, demand_in, reason_of

S = RefundState


def problems(upstream: Upstream, store: Store, posts: Mapping[str, int], was_restored: bool) -> Iterator[str]:
    """What does not hold of one counter's records at any moment. `posts`: its requests by their reason."""
    made = store.refunds.of_payments(tuple(upstream.records))
    sends: dict[str, list[RefundAttempt]] = defaultdict(list)
    for attempt in store.refunds.attempts(*(refund.refund_id for refund in made)):
        sends[attempt.refund_id].append(attempt)
    of_payment: dict[str, list[Refund]] = defaultdict(list)
    for refund in made:
        of_payment[refund.imp_uid].append(refund)
        yield from _problems_of_sends(refund, sends[refund.refund_id])
        written = len(sends[refund.refund_id])
        if refund.origin is Origin.HERE and not was_restored and posts.get(refund.sent_reason, 0) > written:
            yield f"{refund.reason} was sent more often than it was written down"
    for imp_uid, refunds in of_payment.items():
        yield from _problems_of_payment(upstream, imp_uid, refunds)
    if not was_restored and not posts.keys() <= {refund.sent_reason for refund in made}:
        yield "something was sent without a record"


def unsettled(store: Store, upstream: Upstream) -> Iterator[str]:
    """What should have an end by now, and has none."""
    for refund in store.refunds.of_payments(tuple(upstream.records)):
        if refund.is_open or refund.state is S.REVERSED:
            yield f"{refund.reason} is still {refund.state}"


def is_known_rightly(
    upstream: Upstream, store: Store, imp_uid: str, demand: int, was_restored: bool = False
) -> bool:
    """Whether a store has exactly as many successes of a demand as upstream has executed."""
    ours = [one for one in store.refunds.of_payment(imp_uid) if one.reason == reason_of(demand)]
    if sum(refund.state is S.SUCCEEDED for refund in ours) == upstream.executed[demand]:
        return True
    # A restored store finds its refunds again by their tags; without one there is nothing to find them by.
    entries = [c for c in upstream.app.history(imp_uid) if demand_in(c.reason) == demand]
    return was_restored and not any(c.reason.startswith("[") for c in entries)


def _problems_of_sends(refund: Refund, sends: Sequence[RefundAttempt]) -> Iterator[str]:
    if any(one.checksum != refund.checksum for one in sends):
        yield f"{refund.reason}: another checksum was sent"
    if any(one.outcome not in {Outcome.UNAUTHORIZED, Outcome.UNSENT} for one in sends[:-1]):
        yield f"{refund.reason} was sent again without proof that it was not done"
    if refund.state is not S.SENDING and any(one.outcome is None for one in sends):
        yield f"{refund.reason}: a send has no end"


def _problems_of_payment(upstream: Upstream, imp_uid: str, refunds: Sequence[Refund]) -> Iterator[str]:
    succeeded = [refund for refund in refunds if refund.state is S.SUCCEEDED]
    record = upstream.records[imp_uid]
    paid = int(record.amount * 10**record.decimals)
    if sum(refund.is_open for refund in refunds) > 1:
        yield f"{imp_uid}: two refunds are open"
    if sum(refund.amount.minor for refund in succeeded) > paid and imp_uid not in upstream.odd:
        yield f"{imp_uid}: more was refunded than was paid"
    entries = [refund.cancellation_id for refund in refunds if refund.cancellation_id]
    if len(set(entries)) < len(entries):
        yield f"{imp_uid}: one entry counts for two refunds"
    shown = {cancel.cancellation_id for cancel in record.cancels}
    if any(refund.cancellation_id not in shown for refund in succeeded if refund.cancellation_id):
        yield f"{imp_uid}: a success without an entry"
