"""Keeps the result step true: follows one refund from the end of its attempt to its own end."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from refund_gui.domain.payment import Payment
from refund_gui.domain.refund import Refund, RefundAccount, RefundState
from refund_gui.domain.rules import AccountNeed, refund_rules
from refund_gui.errors import AnswerNotSaved, NotAllowed
from refund_gui.settings import Settings
from refund_gui.terminal.history import RefundDetail
from refund_gui.terminal.terminal import Terminal
from refund_gui.ui.background import Lane, Lanes
from refund_gui.ui.result_step import ResultStep
from refund_gui.ui.result_texts import Result, ground_of, is_left_over
from refund_gui.ui.review_dialog import ReviewDialog
from refund_gui.ui.words import describe


class RefundFollower(QObject):
    """Shows a refund in the result step and carries out what a person asks for there.

    Signals: `moved` when the store knows more than before, `sends` with what is to be done on the lane of
    sends, `lost` when the payment must be read to know more, `ended` when "Not sent" was given up.
    """

    moved = Signal()
    sends = Signal(object)
    lost = Signal()
    ended = Signal()

    def __init__(
        self, step: ResultStep, terminal: Terminal, lanes: Lanes, settings: Settings, window: QWidget
    ) -> None:
        super().__init__(window)
        self._step, self._terminal, self._lanes, self._settings = step, terminal, lanes, settings
        self._window = window
        self._refund: Refund | None = None
        self._refund_id = ""
        self._payment: Payment | None = None
        self._account: RefundAccount | None = None
        step.check_asked.connect(self._on_check)
        step.again_asked.connect(self._on_again)
        step.review_asked.connect(self._on_review)

    @property
    def is_not_sent(self) -> bool:
        """Whether the refund would be given up by closing."""
        return (
            self._refund is not None
            and self._refund.state is RefundState.PREPARED
            and not self._is_left_over(self._refund)
        )

    def hold_account(self, account: RefundAccount | None) -> None:
        """The account of the attempt that is about to begin; forgotten when the attempt has ended."""
        self._account = account

    def show_refund(self, refund: Refund, payment: Payment | None) -> None:
        """Show it, and what the store knows of it."""
        self._payment = payment
        self._show(refund, Result(refund, is_left_over=self._is_left_over(refund)))
        self.follow()

    def show_unknown(self, error: Exception) -> None:
        """It was sent, or may have been: nothing here may send it anew."""
        if isinstance(error, AnswerNotSaved):
            self._refund_id = error.refund_id
        self._refund = self._account = None
        self._step.show_words(describe(error))

    def follow(self) -> None:
        """Read the refund's record from the store."""
        if self._refund_id:
            self._run(
                Lane.STORE,
                partial(self._terminal.history.detail, self._refund_id),
                self._on_detail,
                self.show_problem,
            )

    def show_problem(self, error: Exception) -> None:
        """A step failed; the refund is where it was."""
        self._step.show_problem(describe(error))
        if isinstance(error, NotAllowed):
            self.follow()

    def give_up(self) -> None:
        """End a refund that was not sent (protocol: closing on "Not sent")."""
        self._step.show_busy()
        work = partial(self._terminal.refunding.give_up, self._refund_id, self._who())
        self._run(Lane.STORE, work, self._on_given_up, self._on_kept)

    def _run(
        self, lane: Lane, work: Callable[[], object], done: Callable[..., None], failed: Callable[..., None]
    ) -> None:
        self._lanes.run(lane, work, self, done, failed)

    def _show(self, refund: Refund, result: Result) -> None:
        self._refund, self._refund_id = refund, refund.refund_id
        if refund.state is not RefundState.PREPARED:
            self._account = None
        pg_provider = self._payment.pg_provider if self._payment else ""
        self._step.show_result(result, self._needs_account(refund), pg_provider)

    def _needs_account(self, refund: Refund) -> AccountNeed | None:
        """What must be typed again to send it: the account is never stored."""
        if refund.account is None or self._account or self._payment is None or self._is_left_over(refund):
            return None
        return refund_rules(self._payment, self._terminal.clock.now()).account

    def _on_detail(self, detail: RefundDetail) -> None:
        if detail.refund.refund_id == self._refund_id:
            self._payment = detail.payment or self._payment
            self._show(
                detail.refund,
                Result(
                    detail.refund,
                    detail.payment,
                    ground_of(detail.events),
                    self._is_left_over(detail.refund),
                    detail.refundable_before,
                    detail.refundable,
                ),
            )

    def _on_check(self) -> None:
        self._step.show_busy()
        if self._refund_id:
            self._run(Lane.READS, self._check, self._on_checked, self.show_problem)
        else:
            self.lost.emit()

    def _check(self) -> Refund:
        """On a lane: write down what is still unsaved, then read."""
        self._terminal.refunding.save_again()
        return self._terminal.reconciler.check(self._refund_id)

    def _on_checked(self, refund: Refund) -> None:
        self.show_refund(refund, self._payment)
        self.moved.emit()

    def _on_again(self, account: RefundAccount | None) -> None:
        self._account = self._account or account
        again = self._terminal.refunding.try_again
        self.sends.emit(partial(again, self._refund_id, self._account, self._who()))

    def _on_given_up(self, refund: Refund) -> None:
        self._refund = refund
        self.moved.emit()
        self.ended.emit()

    def _on_kept(self, error: Exception) -> None:
        """It could not be written: say so. The next close goes through, and the next start ends it."""
        self._refund = None
        self._step.show_problem(describe(error))
        if isinstance(error, NotAllowed):
            self.ended.emit()

    def _is_left_over(self, refund: Refund) -> bool:
        return is_left_over(refund, self._terminal.reconciler.settles_at)

    def _who(self) -> str:
        made_by = self._refund.operator if self._refund else ""
        return made_by or next(iter(self._settings.operators), "")

    def _on_review(self) -> None:
        review = ReviewDialog(self._refund_id, self._terminal, self._lanes, self._settings, self._window)
        review.decided.connect(self._on_decided)
        review.show()

    def _on_decided(self) -> None:
        self.moved.emit()
        self.follow()
