"""What a person decides in a review who looks into the PG's console."""

from refund_gui.domain.refund import Refund, RefundState
from refund_gui.practice.records import Cancel
from refund_gui.store import Store
from tests.campaign.simulator.upstream import AtThePg, Upstream, tag_in

S = RefundState


def decision(upstream: Upstream, store: Store, refund: Refund, demand: int) -> tuple[RefundState, str]:
    """The truth about this refund, and the key of upstream's entry if there is one."""
    truth = upstream.truth(refund.imp_uid, demand)
    if truth is None or not _is_of(refund, truth, store):
        return S.NOT_EXECUTED, ""
    if isinstance(truth, AtThePg):
        return S.SUCCEEDED if truth.is_done else S.ACCEPTED, ""
    return S.SUCCEEDED, truth.cancellation_id


def _is_of(refund: Refund, truth: Cancel | AtThePg, store: Store) -> bool:
    """Whether it is this refund's, and not another's that was made for the same demand."""
    if tag_in(truth.reason):
        return tag_in(truth.reason) == refund.tag
    others = store.refunds.of_payment(refund.imp_uid)
    return all(one.cancellation_id != truth.cancellation_id for one in others if one != refund)
