"""The main job by keyboard alone: the real program, the stand-in in another process, an X server's keys."""

from collections.abc import Callable

from refund_gui.practice.sample_shop import CARD
from tests.e2e.display import ATTENTION, DANGER, Screen, until
from tests.e2e.processes import DIALOG, MAIN, WIZARD, Program, StandIn

Start = Callable[[], Program]


def ask_for_a_part(screen: Screen) -> None:
    """12,000 won, for the first reason of the list; on to the last look, and until it can be confirmed."""
    screen.type("12000")
    screen.keys("Return", "Down", "Return", "Return", "space")
    screen.wait_for(DIALOG, DANGER)


def confirm(screen: Screen) -> None:
    screen.keys("Tab", "space")


def amounts(payment: dict[str, object]) -> list[object]:
    """What was really refunded of a payment."""
    history = payment["cancel_history"]
    assert isinstance(history, list)
    return [entry["amount"] for entry in history]


def test_a_card_order_is_refunded_in_part_and_is_still_known_later(
    screen: Screen, stand_in: StandIn, start: Start
) -> None:
    program = start()
    program.enter_keys()
    program.open_refund(program.order_number(CARD))
    ask_for_a_part(screen)
    assert stand_in.cancels(CARD) == []
    confirm(screen)
    until(lambda: program.refunds() == [(CARD, "succeeded", 12_000)], "the refund's end in the store")

    (cancel,) = stand_in.cancels(CARD)
    assert (cancel["amount"], cancel["checksum"]) == (12_000, 58_000)
    payment = stand_in.payment(CARD)
    assert (payment["status"], payment["cancel_amount"]) == ("cancelled", 12_000)
    assert amounts(payment) == [12_000]

    program.leave_refund()
    program.close()
    assert program.is_sound()

    again = start()
    again.enter_keys()
    screen.keys("ctrl+2")
    assert again.refunds() == [(CARD, "succeeded", 12_000)]
    again.close()
    assert again.is_sound()
    assert len(stand_in.cancels(CARD)) == 1


def hold_and_scan(screen: Screen) -> None:
    """Enter held until it has repeated many times, and scanners that end with CR, LF, both or KP_Enter."""
    screen.hold("Return", 1.5)
    for _ in range(3):
        screen.type("8801234567890")
        screen.keys("Return", "ctrl+j", "Return", "Linefeed", "KP_Enter")


def test_a_held_enter_and_a_scanner_send_nothing(screen: Screen, stand_in: StandIn, start: Start) -> None:
    program = start()
    program.enter_keys()
    program.open_refund(program.order_number(CARD))
    screen.type("12000")
    hold_and_scan(screen)
    program.discard_refund()

    screen.keys("Return")
    program.wait_for_form()
    ask_for_a_part(screen)
    hold_and_scan(screen)
    screen.wait_for(DIALOG, DANGER)  # still the last look, and armed again
    assert stand_in.log("/payments/cancel") == []
    assert program.refunds() == []
    confirm(screen)
    until(lambda: program.refunds() == [(CARD, "succeeded", 12_000)], "the refund's end in the store")
    assert len(stand_in.log("/payments/cancel")) == 1


def test_a_program_killed_while_it_refunds_finds_out_what_became_of_it(
    screen: Screen, stand_in: StandIn, start: Start
) -> None:
    program = start()
    program.enter_keys()
    program.open_refund(program.order_number(CARD))
    ask_for_a_part(screen)
    stand_in.fault(fault="slow", seconds=60, executed=True)
    confirm(screen)
    until(lambda: amounts(stand_in.payment(CARD)) == [12_000], "the refund upstream")
    assert program.refunds() == [(CARD, "sending", 12_000)]
    program.kill()

    again = start()
    screen.focus(WIZARD)
    until(lambda: again.refunds() == [(CARD, "unknown", 12_000)], "Checking")
    screen.wait_for(MAIN, ATTENTION)
    again.enter_keys()
    until(lambda: again.refunds() == [(CARD, "succeeded", 12_000)], "the end of Checking")
    until(lambda: not screen.shows(MAIN, ATTENTION), "the banner gone")
    again.close()
    assert again.is_sound()
    assert again.attempts() == 1
    assert len(stand_in.log("/payments/cancel")) == 1
    assert amounts(stand_in.payment(CARD)) == [12_000]


def test_a_second_start_on_the_same_data_says_so_and_ends(screen: Screen, start: Start) -> None:
    program = start()
    screen.focus(WIZARD)
    second = program.start_another()
    screen.focus("refund-terminal")
    screen.keys("Escape")
    said = second.communicate(timeout=30)[1]
    assert second.returncode == 1
    assert len(said.splitlines()) == 1
    assert program.process.poll() is None


SLOW = 8
"""Seconds for which upstream keeps an answer back: long enough for a few keys on a busy machine."""


def test_a_second_start_while_a_refund_is_sent_sends_nothing(
    screen: Screen, stand_in: StandIn, start: Start
) -> None:
    program = start()
    program.enter_keys()
    program.open_refund(program.order_number(CARD))
    ask_for_a_part(screen)
    stand_in.fault(fault="slow", seconds=SLOW, executed=True)
    confirm(screen)
    until(lambda: program.refunds() == [(CARD, "sending", 12_000)], "the send")
    second = program.start_another()
    screen.focus("refund-terminal")
    screen.keys("Return")
    second.communicate(timeout=30)
    assert second.returncode == 1
    until(lambda: program.refunds() == [(CARD, "succeeded", 12_000)], "the refund's end in the store")
    assert program.attempts() == len(stand_in.log("/payments/cancel")) == 1
    assert amounts(stand_in.payment(CARD)) == [12_000]


def test_closing_while_a_refund_is_sent_waits_for_it_and_sends_nothing_more(
    screen: Screen, stand_in: StandIn, start: Start
) -> None:
    program = start()
    program.enter_keys()
    program.open_refund(program.order_number(CARD))
    ask_for_a_part(screen)
    stand_in.fault(fault="slow", seconds=SLOW, executed=True)
    confirm(screen)
    until(lambda: program.refunds() == [(CARD, "sending", 12_000)], "the send")
    for title in (MAIN, DIALOG, MAIN):
        if screen.window(title):
            screen.ask_to_close(title)
    until(lambda: program.refunds() == [(CARD, "succeeded", 12_000)], "the refund's end in the store")
    assert program.process.poll() is None, "it must not end while its answer is awaited"
    program.close()
    assert program.is_sound()

    again = start()
    again.enter_keys()
    again.close()
    assert again.refunds() == [(CARD, "succeeded", 12_000)]
    assert again.attempts() == len(stand_in.log("/payments/cancel")) == 1
    assert amounts(stand_in.payment(CARD)) == [12_000]
