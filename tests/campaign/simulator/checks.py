"""What must hold when a shop has settled. Everything is counted anew from upstream's own record."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from refund_gui.domain.refund import Origin, Outcome, Refund, RefundAttempt, RefundState
from tests.campaign.simulator.clerk import Demand
from tests.campaign.simulator.counter import Counter
from tests.campaign.simulator.figures import Figures
from tests.campaign.simulator.upstream import Upstream, demand_in, reason_of

S = RefundState


def check(
    upstream: Upstream, counters: Sequence[Counter], demands: Sequence[Demand], figures: Figures
) -> None:
    """Count what was paid twice or is not known, and note what should never be."""
    made = {counter.name: counter.store.refunds.of_payments(tuple(upstream.records)) for counter in counters}
    for counter in counters:
        figures.violations += [
            f"{counter.name}: {problem}" for problem in _problems(upstream, counter, made[counter.name])
        ]
    figures.counts["demands"] += len(demands)
    for demand in demands:
        times = upstream.executed[demand.number]
        figures.counts["paid"] += times > 0
        if times > 1:
            figures.counts["doubled"] += 1
            figures.violations.append(f"D{demand.number} was paid {times} times")
        elif not _is_known_rightly(upstream, demand, made[demand.counter.name]):
            figures.counts["lost"] += 1
            figures.violations.append(f"D{demand.number} was paid {times} times, and is not known so")


def _is_known_rightly(upstream: Upstream, demand: Demand, made: Sequence[Refund]) -> bool:
    """Whether its counter has exactly as many successes of it as upstream has executed (one or none)."""
    ours = [refund for refund in made if refund.reason == reason_of(demand.number)]
    known = sum(refund.state is S.SUCCEEDED for refund in ours)
    if known == upstream.executed[demand.number]:
        return True
    # A restored store finds its refunds again by their tags; without one there is nothing to find them by.
    entries = [c for c in upstream.app.history(demand.imp_uid) if demand_in(c.reason) == demand.number]
    return demand.counter.was_restored and not any(c.reason.startswith("[") for c in entries)


def _problems(upstream: Upstream, counter: Counter, made: Sequence[Refund]) -> Iterator[str]:
    """What does not hold of one counter's records."""
    sends: dict[str, list[RefundAttempt]] = defaultdict(list)
    for attempt in counter.store.refunds.attempts(*(refund.refund_id for refund in made)):
        sends[attempt.refund_id].append(attempt)
    of_payment: dict[str, list[Refund]] = defaultdict(list)
    for refund in made:
        of_payment[refund.imp_uid].append(refund)
        if refund.is_open or refund.state is S.REVERSED:
            yield f"{refund.reason} is still {refund.state}"
        yield from _problems_of_sends(counter, refund, sends[refund.refund_id])
    for imp_uid, refunds in of_payment.items():
        yield from _problems_of_payment(upstream, imp_uid, refunds)
    for imp_uid in counter.terminal.attention.look().blocked:
        if imp_uid not in upstream.odd:
            yield f"{imp_uid} is blocked"
    known = {refund.sent_reason for refund in made}
    if not counter.was_restored and not counter.wire.posts.keys() <= known:
        yield "something was sent without a record"


def _problems_of_sends(counter: Counter, refund: Refund, sends: Sequence[RefundAttempt]) -> Iterator[str]:
    if any(one.checksum != refund.checksum for one in sends):
        yield f"{refund.reason}: another checksum was sent"
    if any(one.outcome not in {Outcome.UNAUTHORIZED, Outcome.UNSENT} for one in sends[:-1]):
        yield f"{refund.reason} was sent again without proof that it was not done"
    if any(one.outcome is None for one in sends):
        yield f"{refund.reason}: a send has no end"
    is_here = refund.origin is Origin.HERE and not counter.was_restored
    if is_here and counter.wire.posts[refund.sent_reason] > len(sends):
        yield f"{refund.reason} was sent more often than it was written down"


def _problems_of_payment(upstream: Upstream, imp_uid: str, refunds: Sequence[Refund]) -> Iterator[str]:
    succeeded = [refund for refund in refunds if refund.state is S.SUCCEEDED]
    record = upstream.records[imp_uid]
    paid = int(record.amount * 10**record.decimals)
    if sum(refund.amount.minor for refund in succeeded) > paid and imp_uid not in upstream.odd:
        yield f"{imp_uid}: more was refunded than was paid"
    entries = [refund.cancellation_id for refund in refunds if refund.cancellation_id]
    if len(set(entries)) < len(entries):
        yield f"{imp_uid}: one entry counts for two refunds"
    shown = {cancel.cancellation_id for cancel in record.cancels}
    if any(refund.cancellation_id not in shown for refund in succeeded if refund.cancellation_id):
        yield f"{imp_uid}: a success without an entry"
