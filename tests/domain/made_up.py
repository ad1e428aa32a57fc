"""Made-up money, history entries and tags."""

from refund_gui.domain.money import Money
from refund_gui.domain.payment import Cancellation
from refund_gui.domain.tag import check_character

TAG = "R7K2Q" + check_character("R7K2Q")
OTHER_TAG = "ABCDE" + check_character("ABCDE")


def won(amount: int) -> Money:
    return Money(amount, "KRW")


def entry(amount: int, number: int = 1, reason: str = "고객 변심") -> Cancellation:
    return Cancellation(f"cancel_{number}", f"tid_{number}", won(amount), 1_780_000_000 + number, reason)
