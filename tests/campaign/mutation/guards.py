"""The guards that keep money safe, and how to break each. `docs/reliability.md` lists them in words."""

from dataclasses import dataclass
from typing import Final

VERDICTS: Final = ("tests/domain/test_verdict.py",)
RECONCILING: Final = ("tests/terminal/test_reconciling.py",)
REFUNDING: Final = ("tests/terminal/test_refunding.py", "tests/terminal/test_refund_safety.py")
LONG: Final = ("tests/terminal/test_late_and_long.py",)
UNSAVED: Final = ("tests/terminal/test_unsaved.py", "tests/terminal/test_full_disk.py")
INVARIANTS: Final = ("tests/terminal/test_invariants.py",)
STORE: Final = ("tests/store/test_guards.py", "tests/store/test_refund_records.py")
SENDS: Final = ("tests/contract/test_gateway_sends.py", "tests/portone/test_failures.py")
DRIPPING: Final = "test_a_dripping_answer_outlives_the_read_timeout_but_not_the_deadline"
LATER: Final = ("tests/terminal/test_shown_later.py",)
CORNERS: Final = ("tests/terminal/test_protocol_corners.py",)
SYNC: Final = ("tests/campaign/sync", "tests/terminal/test_syncing.py")
MISTAKABLE: Final = ("tests/portone/test_mistakable_failures.py", "tests/portone/test_replies.py")


@dataclass(frozen=True, slots=True)
class Guard:
    """One guard: in `file` below `refund_gui`, `before` becomes `after`, and one of `tests` must fail."""

    name: str
    file: str
    before: str
    after: str
    tests: tuple[str, ...]

    def broken(self, whole: str) -> str:
        """The file's text without the guard. A guard that is not there exactly once is a ValueError."""
        if whole.count(self.before) != 1:
            raise ValueError(f"{self.name}: {whole.count(self.before)} places in {self.file}")
        return whole.replace(self.before, self.after)


GUARDS: Final = (
    # What an answer or a reading proves
    Guard(
        "our tag beside another amount is no success",
        "domain/verdict.py",
        "if len(ours) == 1 and ours[0].amount == refund.amount:",
        "if ours:",
        VERDICTS,
    ),
    Guard(
        "an untagged equal entry may be ours",
        "domain/verdict.py",
        "return entry.amount == refund.amount and entry.tag is None",
        "return False",
        VERDICTS,
    ),
    Guard(
        "words of a time-out make a refusal doubtful",
        "domain/verdict.py",
        "return speaks_of_doubt(message) or (",
        "return (",
        VERDICTS,
    ),
    Guard(
        "nothing counts as not executed before it has settled",
        "domain/verdict.py",
        "    if not settled:\n        return None\n",
        "",
        (*VERDICTS, *RECONCILING),
    ),
    Guard(
        "a PG that acts later is never called not executed",
        "domain/verdict.py",
        "    if answers_before_acting(shown):\n",
        "    if False:\n",
        VERDICTS,
    ),
    Guard(
        "an answer about another payment is no success",
        "domain/verdict.py",
        "if shown.imp_uid != refund.imp_uid:",
        "if False:",
        VERDICTS,
    ),
    Guard(
        "a balance that the history does not explain needs a person",
        "domain/verdict.py",
        "    if not explained:\n",
        "    if False:\n",
        VERDICTS,
    ),
    Guard(
        "code 0 with nothing changed is no success",
        "domain/verdict.py",
        "return Verdict(RefundState.NEEDS_REVIEW, Ground.NOTHING_CHANGED)",
        "return Verdict(RefundState.SUCCEEDED, Ground.NOTHING_CHANGED)",
        VERDICTS,
    ),
    Guard(
        "whatever is not proven is not known",
        "domain/verdict.py",
        "return Verdict(RefundState.UNKNOWN, Ground.ANSWER_LOST)",
        "return Verdict(RefundState.PREPARED, Ground.ANSWER_LOST)",
        (*VERDICTS, *REFUNDING),
    ),
    Guard(
        "a refusal counts only once it was read",
        "domain/verdict.py",
        "return Verdict(RefundState.UNKNOWN, Ground.REFUSED)",
        "return Verdict(RefundState.NEEDS_REVIEW, Ground.REFUSED)",
        (*VERDICTS, *REFUNDING),
    ),
    Guard(
        "an ended refund is adopted late",
        "domain/verdict.py",
        "if refund.state in {RefundState.SENDING, RefundState.SUCCEEDED, RefundState.REVERSED}:",
        "if refund.state not in {RefundState.PREPARED, RefundState.UNKNOWN, RefundState.ACCEPTED}:",
        (*VERDICTS, *LONG),
    ),
    Guard(
        "an accepted refund that never shows needs a person",
        "domain/verdict.py",
        "return Verdict(RefundState.NEEDS_REVIEW, Ground.OVERDUE) if overdue else None",
        "return None",
        LONG,
    ),
    # Moves and records
    Guard(
        "ACCEPTED blocks the payment",
        "domain/states.py",
        "frozenset({_S.PREPARED, _S.SENDING, _S.ACCEPTED, _S.UNKNOWN, _S.NEEDS_REVIEW})",
        "frozenset({_S.PREPARED, _S.SENDING, _S.UNKNOWN, _S.NEEDS_REVIEW})",
        ("tests/domain/test_refund.py", *STORE, *REFUNDING),
    ),
    Guard(
        "what is not known is never sent again",
        "domain/states.py",
        "    (_S.UNKNOWN, _S.SUCCEEDED): frozenset({Cause.READ}),\n",
        "    (_S.UNKNOWN, _S.SUCCEEDED): frozenset({Cause.READ}),\n"
        "    (_S.UNKNOWN, _S.PREPARED): frozenset({Cause.PERSON}),\n",
        ("tests/domain/test_refund.py", *STORE),
    ),
    Guard(
        "one open refund for each payment",
        "store/guards.py",
        '"CREATE UNIQUE INDEX guard_one_open_refund ON refunds (imp_uid)"',
        '"CREATE INDEX guard_one_open_refund ON refunds (imp_uid)"',
        (*STORE, "tests/complaints"),
    ),
    Guard(
        "records are never deleted",
        "store/guards.py",
        'yield _trigger(f"{name}_stay", f"DELETE ON {name}", "1", f"{name} are never deleted")',
        'yield _trigger(f"{name}_stay", f"DELETE ON {name}", "0", f"{name} are never deleted")',
        (*STORE, "tests/complaints"),
    ),
    Guard(
        "REPLACE deletes nothing either",
        "store/connections.py",
        '("recursive_triggers", 1)',
        '("recursive_triggers", 0)',
        STORE,
    ),
    Guard(
        "what was confirmed never changes",
        "store/guards.py",
        '_changed(_columns(database, "refunds") - REFUND_MOVES),',
        '"0",',
        STORE,
    ),
    Guard(
        "after a lost answer there is no second attempt",
        "store/guards.py",
        "RESENDABLE: Final = frozenset({Outcome.UNAUTHORIZED, Outcome.UNSENT})",
        "RESENDABLE: Final = frozenset({Outcome.UNAUTHORIZED, Outcome.UNSENT, Outcome.LOST})",
        STORE,
    ),
    Guard(
        "an attempt carries its refund's checksum",
        "store/guards.py",
        ' AND checksum IS NEW.checksum"',
        '"',
        STORE,
    ),
    Guard(
        "an attempt carries its refund's tax parts",
        "store/guards.py",
        " AND tax_free IS NEW.tax_free AND vat IS NEW.vat AND escrow_confirmed IS NEW.escrow_confirmed",
        "",
        STORE,
    ),
    Guard(
        "moves follow the table",
        "store/refunds.py",
        "if not is_allowed(move.old, move.new, move.cause):",
        "if False:",
        STORE,
    ),
    Guard(
        "an attempt ends once",
        "store/refunds.py",
        "unended = its & Attempts.outcome.is_null()",
        "unended = its",
        STORE,
    ),
    Guard(
        "an older reading never replaces a newer one",
        "store/payments.py",
        "if known is None or reading.request_no >= known.request_no:",
        "if True:",
        ("tests/store/test_payment_records.py",),
    ),
    Guard(
        "every commit is on the disk",
        "store/connections.py",
        '("synchronous", "full")',
        '("synchronous", "off")',
        ("tests/store/test_open_store.py",),
    ),
    Guard(
        "one process for each data directory",
        "store/lock.py",
        "        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)",
        "        pass",
        ("tests/store/test_open_store.py",),
    ),
    # Sending
    Guard(
        "a reading older than 30 s is read again",
        "terminal/refunding.py",
        "if age <= FRESH and 0 <= self._clock.now() - offer.read_on <= FRESH:",
        "if True:",
        REFUNDING,
    ),
    Guard(
        "a balance that moved is asked about again",
        "terminal/refunding.py",
        "if payment.balance != seen.balance or base_of(payment) != base_of(seen):",
        "if False:",
        REFUNDING,
    ),
    Guard(
        "trying again reads first and stops when the balance moved",
        "terminal/refunding.py",
        "if payment.balance != refund.checksum or base_of(payment) != refund.base:",
        "if False:",
        REFUNDING,
    ),
    Guard(
        "the checksum is the balance that was seen",
        "terminal/refunding.py",
        "            checksum=payment.balance,\n",
        "            checksum=payment.amount,\n",
        (*REFUNDING, "tests/complaints"),
    ),
    Guard(
        "a tag is new on its payment",
        "domain/tag.py",
        "if is_valid(tag) and tag not in taken:",
        "if is_valid(tag):",
        ("tests/domain/test_tag.py",),
    ),
    Guard(
        "what breaks after a send is not known",
        "terminal/sending.py",
        "            return self._unsaved.save(Answered(refund.refund_id))\n",
        "            return refund\n",
        REFUNDING,
    ),
    Guard(
        "an attempt that is not on the disk is not posted",
        "terminal/sending.py",
        "if not self._store.refunds.is_committed(attempt):",
        "if False:",
        INVARIANTS,
    ),
    Guard(
        "while an answer is unsaved no refund starts",
        "terminal/unsaved.py",
        "        self.save_again()\n        with self._lock:\n",
        "        with self._lock:\n",
        UNSAVED,
    ),
    Guard(
        "without room for the answer nothing is sent",
        "terminal/unsaved.py",
        "        self.save_again()\n        with self._lock:\n            self._write_spool()\n",
        "        self.save_again()\n",
        UNSAVED,
    ),
    Guard(
        "an answer that the database does not take is spooled",
        "terminal/unsaved.py",
        "        self._store.spool.write([_entry_of(answered) for answered in self._waiting.values()])\n",
        "        self._store.spool.write([])\n",
        UNSAVED,
    ),
    Guard(
        "the spool is replayed at start",
        "terminal/reconciling.py",
        "        self._unsaved.replay()\n",
        "",
        UNSAVED,
    ),
    Guard(
        "a torn half of the spool is not believed",
        "store/spool.py",
        'if mark != _MARK or zlib.crc32(struct.pack("<Q", number) + content) != crc:',
        "if mark != _MARK:",
        ("tests/store/test_spool.py",),
    ),
    # Reading
    Guard(
        "what was being sent at a crash is not known",
        "terminal/reconciling.py",
        "move = Move(RefundState.SENDING, RefundState.UNKNOWN, Cause.START, now, detail=detail)",
        "move = Move(RefundState.SENDING, RefundState.PREPARED, Cause.ANSWER, now, detail=detail)",
        RECONCILING,
    ),
    Guard(
        "the quiet time lasts 120 s",
        "terminal/watching.py",
        "QUIET: Final = 120.0",
        "QUIET: Final = 0.0",
        (*RECONCILING, "tests/terminal/test_watching.py"),
    ),
    Guard(
        "two readings lie 30 s apart",
        "terminal/watching.py",
        "BETWEEN_READS: Final = 30.0",
        "BETWEEN_READS: Final = 0.0",
        ("tests/terminal/test_watching.py", *LONG),
    ),
    Guard(
        "a reading that began before the answer is not believed",
        "terminal/moving.py",
        "if refund.is_open and (watch is None or began < watch.began):",
        "if refund.is_open and watch is None:",
        RECONCILING,
    ),
    Guard(
        "one reading alone reverses nothing",
        "terminal/watching.py",
        "if began - first >= BETWEEN_READS:",
        "if True:",
        LONG,
    ),
    Guard(
        "every attempt is planned to be read for 90 days",
        "store/refunds.py",
        "            plans.begin_within(self._database, refund_id, refund.imp_uid, at)\n",
        "",
        ("tests/store/test_plans.py",),
    ),
    Guard(
        "a clock that was ahead loses no reading",
        "store/plans.py",
        "            is_due = (Plans.due <= now) | (Plans.planned_at > now)\n            for row in",
        "            is_due = Plans.due <= now\n            for row in",
        ("tests/store/test_plans.py",),
    ),
    Guard(
        "only a good reading counts as the planned one",
        "store/plans.py",
        'self._plan([row["refund_id"] for row in rows], now + RETRY, now)',
        'self._plan([row["refund_id"] for row in rows], now + 10**6, now)',
        ("tests/store/test_plans.py",),
    ),
    Guard(
        "tagged entries without a record are adopted",
        "terminal/adopting.py",
        "if entry.tag and entry.tag not in known:",
        "if False:",
        (*RECONCILING, "tests/terminal/test_continuity.py"),
    ),
    Guard(
        "an older copy of the store is noticed",
        "terminal/continuity.py",
        "return GapKind.RESTORED if mark.newest_event > self._store.overview.newest_event() else None",
        "return None",
        ("tests/terminal/test_continuity.py",),
    ),
    Guard(
        "a payment whose records do not fit takes no refund",
        "terminal/refunding.py",
        "earlier = self._invariants.demand(payment)",
        "earlier = self._store.refunds.of_payment(payment.imp_uid)",
        INVARIANTS,
    ),
    Guard(
        "more than was paid is a breach",
        "domain/invariants.py",
        "sum(refund.amount.minor for refund in made) > payment.amount.minor",
        "False",
        INVARIANTS,
    ),
    # HTTP
    Guard(
        "a read time-out does not mean unsent",
        "portone/line.py",
        "    httpx.ConnectTimeout,\n",
        "    httpx.ConnectTimeout,\n    httpx.ReadTimeout,\n",
        (*SENDS, *MISTAKABLE),
    ),
    Guard(
        "any other HTTP status is not known",
        "portone/replies.py",
        "    if reply.status != 200:\n        return Lost(",
        "    if reply.status >= 600:\n        return Lost(",
        (*SENDS, *MISTAKABLE),
    ),
    Guard(
        "redirects are not followed",
        "portone/line.py",
        "follow_redirects=False",
        "follow_redirects=True",
        ("tests/contract/test_gateway_lines.py",),
    ),
    Guard(
        "the whole exchange has a deadline",
        "portone/line.py",
        "        self.is_cut = True\n        if self._stream is not None:",
        "        if self._stream is None:",
        (f"tests/contract/test_gateway_lines.py::{DRIPPING}",),
    ),
    Guard(
        "zero is never sent",
        "portone/body.py",
        "if refund.amount.minor <= 0 or refund.checksum.minor <= 0:",
        "if False:",
        ("tests/portone/test_body.py", "tests/complaints"),
    ),
    Guard(
        "every cancel carries its checksum",
        "portone/body.py",
        "        f'\"checksum\": {refund.checksum.as_json()}',\n",
        "",
        ("tests/portone/test_body.py", "tests/complaints"),
    ),
    Guard(
        "a post takes its own committed attempt",
        "portone/v1.py",
        "committed != (cancel.refund_id, cancel.checksum, cancel.amount, cancel.tax)",
        "False",
        SENDS,
    ),
    Guard(
        "an answer about another payment is no reading",
        "portone/v1.py",
        "if found.imp_uid != imp_uid:",
        "if False:",
        ("tests/portone/test_replies.py",),
    ),
    Guard(
        "after a lost answer a stale refund is asked about again",
        "store/refunds.py",
        "            | ((Events.new == RefundState.STALE) & Events.refund_id.in_(unanswered))\n",
        "",
        REFUNDING,
    ),
    Guard(
        "an overtaken reading moves nothing",
        "terminal/reconciling.py",
        "if stored is not None and stored.request_no != payment.request_no:\n                return stored",
        "if stored is None:\n                return payment",
        REFUNDING,
    ),
    Guard(
        "an equal entry in the yes of a PG that acts later is no success",
        "domain/verdict.py",
        "        if answers_before_acting(payment):  # ours may still be pending",
        "        if False:  #",
        REFUNDING,
    ),
    Guard(
        "what a person found refunded is not refundable again",
        "terminal/refunding.py",
        "    return refund_rules(payment, now, gone(payment, refunds, notes), refused_as_done)",
        "    return refund_rules(payment, now, gone(payment, [], notes), refused_as_done)",
        CORNERS,
    ),
    Guard(
        "a list that shows a later entry asks for a reading",
        "terminal/reconciling.py",
        "return (entry_moved(refund, payment) or late_entry(refund, payment)) is not None",
        "return entry_moved(refund, payment) is not None",
        LATER,
    ),
    Guard(
        "only its tag makes a later entry a refund's that a person found",
        "domain/verdict.py",
        "    return tagged.entry if tagged is not None and tagged.state is RefundState.SUCCEEDED else None\n",
        "    return next(iter(candidates(refund, shown)), None)\n",
        LATER,
    ),
    Guard(
        "our tag beside another amount is no later entry",
        "domain/verdict.py",
        "tagged.entry if tagged is not None and tagged.state is RefundState.SUCCEEDED else None",
        "tagged.entry if tagged is not None else None",
        LATER,
    ),
    Guard(
        "what was noted as refunded outside is not refundable again",
        "domain/outside.py",
        "whole = sum((*found, *noted), start=zero(payment.currency))",
        "whole = sum(found, start=zero(payment.currency))",
        ("tests/terminal/test_outside.py",),
    ),
    Guard(
        "a refund that is not clear is not noted as refunded outside",
        "store/outside.py",
        "            if self._database.first(Refunds.select(Refunds.id).where(is_open)):\n",
        "            if False:\n",
        ("tests/terminal/test_outside.py",),
    ),
    Guard(
        "what the hour forbids by now is not sent again",
        "terminal/refunding.py",
        "self._demand_allowed(refund, payment, self._invariants.demand(payment))",
        "self._invariants.demand(payment)",
        ("tests/terminal/test_told_before.py",),
    ),
    Guard(
        "hour, month and notes are looked at again once the token has come",
        "terminal/refunding.py",
        "        self._demand_allowed(refund, payment, earlier)  # the token took its time\n",
        "",
        ("tests/terminal/test_told_before.py",),
    ),
    Guard(
        "what needs an account by now is not sent without one",
        "terminal/refunding.py",
        "if rules.account is not None and refund.account is None:",
        "if False:",
        ("tests/terminal/test_told_before.py",),
    ),
    Guard(
        "a part is refused where only the whole goes back",
        "domain/request.py",
        "if rules.whole_only and amount != rules.refundable:",
        "if False:",
        ("tests/domain/test_limits.py",),
    ),
    Guard(
        "a token that takes long makes the reading old",
        "terminal/refunding.py",
        "if self._clock.monotonic() - began <= FRESH:",
        "if True:",
        CORNERS,
    ),
    Guard(
        "what is from before the start is never sent again",
        "terminal/refunding.py",
        "if refund_id in self._reconciler.left_unsent():",
        "if False:",
        CORNERS,
    ),
    Guard(
        "a second entry with our tag is a breach",
        "domain/invariants.py",
        "any(tags.count(refund.tag) > 1 for refund in refunds)",
        "False",
        INVARIANTS,
    ),
    Guard(
        "a full disk's own rollback is no unexpected error",
        "store/connections.py",
        "if connection.in_transaction:",
        "if True:",
        ("tests/campaign/disk/test_disk_faults.py",),
    ),
    # The window
    Guard(
        "the window stays while an answer is not saved",
        "ui/main_window.py",
        "if terminal.refunding.has_unsaved and not self._leaves_unsaved:",
        "if False:",
        ("tests/gui/test_surprises.py",),
    ),
    Guard(
        "the confirm button dies at the first press",
        "ui/confirm_button.py",
        "        if self._wants:\n            self.disarm()\n            self.confirmed.emit()\n",
        "        if self._wants:\n            self.confirmed.emit()\n",
        ("tests/gui/test_refund_dialog_keys.py", "tests/gui/test_refund_dialog.py"),
    ),
    Guard(
        "the confirm button waits for all keys to be up",
        "ui/confirm_button.py",
        "        if self._keys is None or not self._keys.any:\n            self.setEnabled(self._wants)\n",
        "        self.setEnabled(self._wants)\n",
        ("tests/gui/test_refund_dialog_keys.py", "tests/gui/test_refund_dialog.py"),
    ),
    Guard(
        "the dialog does not close while sending",
        "ui/refund_dialog.py",
        "            self._sending.refuse_closing()\n            event.ignore()\n",
        "            event.accept()\n",
        ("tests/gui/test_refund_dialog.py", "tests/gui/test_refund_dialog_ends.py"),
    ),
    Guard(
        "the window does not close while sending",
        "ui/main_window.py",
        "        if self._lanes.is_busy(Lane.SENDS):\n",
        "        if False:\n",
        ("tests/gui/test_shell_window.py",),
    ),
    # Loading misses nothing
    Guard(
        "a page that may lack something is no whole window",
        "portone/gateway.py",
        "return self.rows < self.limit and not self.next_page",
        "return not self.next_page",
        ("tests/portone/test_replies.py",),
    ),
    Guard(
        "a page is saved before its span counts as read",
        "terminal/syncing.py",
        "        self._save(page)\n        if page.next_page:",
        "        self._store.coverage.keep(self._coverage.read_down_to(window.since))\n"
        "        self._save(page)\n        if page.next_page:",
        SYNC,
    ),
    Guard(
        "a crowded second is read back to its first page",
        "terminal/syncing.py",
        "for back in range(last - 1, 0, -1):",
        "for back in range(0):",
        SYNC,
    ),
    Guard(
        "windows go by upstream's clock",
        "portone/v1.py",
        "return self._tokens.now()",
        "return self._tokens.now() and self._tokens._clock.now()",
        SYNC,
    ),
    Guard(
        "what a load has read is read again for a while",
        "domain/coverage.py",
        "Span(min(self.until, now) - overlap, now)",
        "Span(min(self.until, now) - 1, now)",
        SYNC,
    ),
    Guard(
        "windows meet in a second that both of them hold",
        "domain/coverage.py",
        "left = [Span(newest.since, since)] if since > newest.since else []",
        "left = [Span(newest.since, since - 1)] if since - 1 > newest.since else []",
        ("tests/domain/test_coverage.py", "tests/terminal/test_syncing.py"),
    ),
    Guard(
        "an empty window is not the beginning of everything",
        "terminal/syncing.py",
        "since = FIRST_DAY if days is None else",
        "since = now - 400 * DAY if days is None else",
        ("tests/terminal/test_syncing.py",),
    ),
)
