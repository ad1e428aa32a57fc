"""Payments of a made-up shop of any size, one after the other: the same seed makes the same ones."""

from collections.abc import Iterator, Mapping
from itertools import accumulate
from random import Random
from typing import Any, Final

from refund_gui.clock import in_korea
from refund_gui.domain.money import Money
from refund_gui.domain.payment import Cancellation, Payment
from tests.bench import shop_words

DAY: Final = 86_400
PER_DAY: Final = 1_000_000 // 365
"""Orders of each day: a million of them take a year."""

END: Final = 1_793_458_800
"""Midnight in Korea after the newest payment: 1 November 2026."""

PAGE: Final = 500
"""Payments that one request read, as sync does."""

_RARE: Final = 20_000
"""One order in so many is for rare goods."""

_HOURS: Final = tuple(
    accumulate((3, 2, 1, 1, 1, 1, 2, 3, 4, 5, 6, 6, 6, 6, 5, 5, 5, 5, 6, 7, 8, 8, 7, 5), initial=0)
)
"""How the orders of a day spread over its hours."""

_METHODS = tuple(shop_words.METHODS)
_METHOD_WEIGHTS = tuple(accumulate(shop_words.METHODS.values()))
_SURNAMES = tuple(name for name, many in shop_words.SURNAMES.items() for _ in range(many))
_ENDS = ("paid", "partly", "fully", "failed", "ready")
_END_WEIGHTS = tuple(accumulate((90, 3, 4, 2, 1)))


class MadeUpShop:
    """So many payments, oldest first. No two numbers, counted from `first`, have the same imp_uid.

    `end`: unix seconds of the midnight in Korea after the newest.
    """

    def __init__(self, count: int, first: int = 0, end: int = END, seed: int = 4) -> None:
        self._count = count
        self._first = first
        self._began = end - -(-count // PER_DAY) * DAY
        self._buyers = max(count // 4, 1)
        self._random = Random(seed + first)

    def payments(self) -> Iterator[Payment]:
        """Each of them is made when it is asked for."""
        return map(self._payment, range(self._count))

    def _payment(self, number: int) -> Payment:
        random = self._random
        day, of_day = divmod(number, PER_DAY)
        midnight = self._began + day * DAY
        whole = self._first + number
        goods, won = self._goods(whole)
        method, pg = random.choices(_METHODS, cum_weights=_METHOD_WEIGHTS)[0]
        started_at = midnight + _second_of_day((of_day + random.random()) / PER_DAY)
        name, phone, email = buyer(int(self._buyers * random.random() ** 2))  # some come often
        fields: dict[str, Any] = {
            "imp_uid": f"imp_{10**11 + whole * 387_420_489_017 % (9 * 10**11)}",
            "merchant_uid": f"{in_korea(midnight):%Y%m%d}-{of_day + 1:05d}",
            "amount": Money(won, "KRW"),
            "cancel_amount": Money(0, "KRW"),
            "sandbox": False,
            "pay_method": method,
            "pg_provider": pg,
            "channel": random.choice(("pc", "mobile")),
            "pg_tid": f"{pg}{random.randrange(10**14):014d}",
            "pg_id": f"made_up_{pg}",
            "goods": goods,
            "buyer_name": name,
            "buyer_tel": phone,
            "buyer_email": email,
            "started_at": started_at,
            "request_no": whole // PAGE + 1,
        }
        return Payment(**(fields | self._paid_with(method, started_at) | self._end(fields)))

    def _goods(self, number: int) -> tuple[str, int]:
        """What was bought, and its price in won."""
        if number % _RARE == _RARE // 2:
            return shop_words.RARE_GOODS[number // _RARE % len(shop_words.RARE_GOODS)]
        goods, won = self._random.choice(shop_words.GOODS)
        pieces = self._random.choice((1, 1, 1, 1, 2, 3))
        return (goods if pieces == 1 else f"{goods} 외 {pieces - 1}건"), won * pieces

    def _paid_with(self, method: str, started_at: int) -> dict[str, Any]:
        """The fields of the pay method."""
        random = self._random
        if method == "phone":
            return {}
        if method == "trans":
            return {
                "bank_name": random.choice(shop_words.BANKS),
                "cash_receipt_issued": random.random() < 0.5,
            }
        if method == "vbank":
            return {
                "vbank_name": random.choice(shop_words.BANKS),
                "vbank_num": f"9{random.randrange(10**12):012d}",
                "vbank_holder": "온담상점",
                "vbank_date": started_at + 3 * DAY,
            }
        return {
            "apply_num": f"{random.randrange(10**8):08d}",
            "card_name": random.choice(shop_words.CARDS),
            "card_number": f"9{random.randrange(10**5):05d}******{random.randrange(10**4):04d}",
            "card_type": random.choice((0, 0, 0, 1)),
        }

    def _end(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        """What became of it: 90 % are paid, 3 % partly and 4 % fully refunded, 2 % failed, 1 % wait."""
        random, started_at, amount = self._random, fields["started_at"], fields["amount"]
        end = random.choices(_ENDS, cum_weights=_END_WEIGHTS)[0]
        if end == "ready":
            return {"status": "ready"}
        if end == "failed":
            reason = random.choice(shop_words.FAILURES)
            return {"status": "failed", "failed_at": started_at + 60, "fail_reason": reason}
        paid_at = started_at + random.randrange(15, 150)
        paid = {
            "status": "paid",
            "paid_at": paid_at,
            "receipt_url": f"https://receipt.example.invalid/{fields['imp_uid']}",
        }
        if end == "paid":
            return paid
        refunded = amount if end == "fully" else Money(amount.minor // 2, "KRW")
        entry = self._cancellation(fields["pg_provider"], refunded, paid_at)
        return paid | {
            "status": "cancelled",
            "cancelled_at": entry.cancelled_at,
            "cancel_amount": refunded,
            "cancel_reason": entry.reason,
            "cancellations": (entry,),
        }

    def _cancellation(self, pg: str, amount: Money, paid_at: int) -> Cancellation:
        number = f"{self._random.getrandbits(48):012x}"
        at = paid_at + self._random.randrange(600, 20 * DAY)
        url = f"https://receipt.example.invalid/cancel/{number}"
        reason = self._random.choice(shop_words.REASONS)
        return Cancellation(f"cncl_{number}", f"{pg}_cancel_{number}", amount, at, reason, url)


def buyer(number: int) -> tuple[str, str, str]:
    """Name, phone and email of a buyer, the same for the same number. 010-0 is never assigned."""
    drawn = number * 0x9E3779B97F4A7C15 % 2**64  # spreads neighbours over the whole range
    drawn ^= drawn >> 29
    name = _SURNAMES[drawn % len(_SURNAMES)]
    for syllables in (shop_words.FIRST_SYLLABLES, shop_words.SECOND_SYLLABLES):
        drawn //= 1009
        name += syllables[drawn % len(syllables)]
    phone = number * 3_141_593 % 10**7
    return name, f"010-0{phone // 10**4:03d}-{phone % 10**4:04d}", f"buyer{number}@example.invalid"


def _second_of_day(share: float) -> int:
    """When this share of the day's orders has come."""
    orders = share * _HOURS[-1]
    hour = next(hour for hour in range(24) if orders < _HOURS[hour + 1])
    within = (orders - _HOURS[hour]) / (_HOURS[hour + 1] - _HOURS[hour])
    return int((hour + within) * 3600)
