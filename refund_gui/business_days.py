"""Which days Korean banks work: a kept holiday library, loaded when the first date is asked for."""

from datetime import date
from threading import Lock
from typing import Any


class KoreanBusinessDays:
    """Call it with a day: True when banks are open. Safe to use from several threads.

    Lunar holidays, their substitutes and the bank holiday of 1 May are known; a holiday that the government
    declares at short notice is known only after an update.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._holidays: Any = None

    def __call__(self, day: date) -> bool:
        if day.weekday() >= 5:
            return False
        with self._lock:  # the library fills in a year when its first day is asked for
            if self._holidays is None:
                import holidays  # 40 ms that the first paint does not wait for

                self._holidays = holidays.country_holidays("KR", categories=("public", "bank"))
            return day not in self._holidays
