"""Writes believable payments: people, goods, cards and accounts that nobody has, times in the shop's day."""

from dataclasses import dataclass, field
from decimal import Decimal
from random import Random

from refund_gui.clock import in_korea
from refund_gui.practice.banks import BANKS
from refund_gui.practice.records import Cancel, Record, Status
from refund_gui.practice.sample_words import AGENTS, CARDS, FAILURES, GIVEN, GOODS, STREETS, SURNAMES

MINUTE = 60
HOUR = 60 * MINUTE
DAY = 24 * HOUR

_ON_A_CARD = {"card", "samsung", "applepay", "kakaopay", "payco", "tosspay"}


@dataclass(frozen=True)
class Order:
    """A payment before its details are made up. `refunds`: (amount, seconds after the payment, reason)."""

    started_at: int
    pay_method: str
    pg_provider: str
    status: Status = Status.PAID
    imp_uid: str = ""
    merchant_uid: str = ""
    amount: Decimal | None = None
    currency: str = "KRW"
    sandbox: bool = False
    pg_refusal: str = ""
    paid_after: int | None = None
    refunds: tuple[tuple[Decimal, int, str], ...] = ()
    fields: dict[str, object] = field(default_factory=dict)


class Writer:
    """Turns orders into records; the same random source writes the same shop."""

    def __init__(self, random: Random, now: int) -> None:
        self._random = random
        self._now = now
        self._people = [self._person() for _ in range(140)]
        self._used: set[str] = set()

    def record(self, order: Order, serial: int) -> Record:
        """The payment of an order; `serial` numbers the shop's orders."""
        name, price = self._random.choice(GOODS)
        count = self._random.choices((1, 2, 3), (7, 2, 1))[0]
        record = Record(
            imp_uid=order.imp_uid or self._imp_uid(),
            merchant_uid=order.merchant_uid or f"{in_korea(order.started_at):%Y%m%d}-{serial:05d}",
            amount=order.amount if order.amount is not None else Decimal(price * count),
            status=Status.PAID if order.status is Status.CANCELLED else order.status,
            pay_method=order.pay_method,
            pg_provider=order.pg_provider,
            started_at=order.started_at,
            currency=order.currency,
            sandbox=order.sandbox,
            pg_refusal=order.pg_refusal,
        )
        record.fields = {
            "name": name if count == 1 else f"{name} 외 {count - 1}건",
            **self._random.choice(self._people),
            **self._details(record),
            **order.fields,
        }
        self._end(record, order)
        return record

    def refund(self, record: Record, amount: Decimal, at: int, reason: str) -> None:
        """A cancel that was made at `at` (unix seconds)."""
        number = f"{self._random.getrandbits(40):010x}"
        url = f"https://receipt.example.invalid/{record.pg_provider}/cancel/{number}"
        tid = f"{record.pg_provider}_cancel_{number}"
        record.add(Cancel(f"cncl_{number}", tid, amount, at, reason, url))

    def _end(self, record: Record, order: Order) -> None:
        """When and how the payment ended, a minute ago at the latest."""
        latest = max(self._now - MINUTE, order.started_at)
        match order.status:
            case Status.READY:
                return
            case Status.FAILED:
                record.failed_at = min(order.started_at + self._random.randint(20, 240), latest)
                record.fields["fail_reason"] = self._random.choice(FAILURES)
                return
        slow = record.pay_method == "vbank"
        taken = self._random.randint(20 * MINUTE, 20 * HOUR) if slow else self._random.randint(15, 150)
        record.paid_at = min(order.started_at + (order.paid_after or taken), latest)
        record.fields["receipt_url"] = (
            f"https://receipt.example.invalid/{record.pg_provider}/{record.imp_uid}"
        )
        for amount, after, reason in order.refunds:
            self.refund(record, amount, min(record.paid_at + after, latest), reason)

    def _details(self, record: Record) -> dict[str, object]:
        """The fields of the pay method."""
        random = self._random
        details: dict[str, object] = {
            "channel": random.choice(("pc", "mobile")),
            "user_agent": random.choice(AGENTS),
            "pg_id": f"practice_{record.pg_provider}",
            "pg_tid": f"{record.pg_provider}{random.randrange(10**14):014d}",
        }
        bank = random.choice(sorted(BANKS))
        if record.pay_method in _ON_A_CARD:
            code, name = random.choice(CARDS)
            details |= {
                "apply_num": f"{random.randrange(10**8):08d}",
                "card_code": code,
                "card_name": name,
                "card_number": f"9{random.randrange(10**5):05d}******{random.randrange(10**4):04d}",
                "card_quota": random.choices((0, 2, 3, 6), (16, 1, 2, 1))[0],
                "card_type": random.choices((0, 1), (3, 1))[0],
            }
        elif record.pay_method == "trans":
            details |= {
                "bank_code": bank,
                "bank_name": BANKS[bank],
                "cash_receipt_issued": random.random() < 0.5,
            }
        elif record.pay_method == "vbank":
            details |= {
                "vbank_code": bank,
                "vbank_name": BANKS[bank],
                "vbank_num": f"9{random.randrange(10**12):012d}",
                "vbank_holder": None if record.pg_provider == "tosspayments" else "온담상점",
                "vbank_date": record.started_at + 3 * DAY,
                "vbank_issued_at": record.started_at,
                "cash_receipt_issued": random.random() < 0.5,
            }
        return details

    def _person(self) -> dict[str, object]:
        random = self._random
        number = random.randrange(10**7)
        return {
            "buyer_name": random.choice(SURNAMES) + random.choice(GIVEN),
            "buyer_email": f"customer{number:07d}@example.invalid",
            "buyer_tel": f"010-0{number // 10**4:03d}-{number % 10**4:04d}",
            "buyer_addr": f"{random.choice(STREETS)} {random.randint(1, 240)}, {random.randint(101, 1804)}호",
            "buyer_postcode": f"{random.randint(1000, 63999):05d}",
        }

    def _imp_uid(self) -> str:
        while (imp_uid := f"imp_{self._random.randrange(10**11, 8 * 10**11)}") in self._used:
            pass
        self._used.add(imp_uid)
        return imp_uid
