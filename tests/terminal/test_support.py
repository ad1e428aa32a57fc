"""The support report: what runs and what went wrong, in full, and nobody's data."""

import json
import logging
import os
import zipfile
from dataclasses import asdict
from pathlib import Path

import pytest

from refund_gui import __version__
from refund_gui.errors import StoreReadOnly
from refund_gui.logs import log_file
from refund_gui.paths import Paths
from refund_gui.settings import Settings
from refund_gui.store.migrations import MIGRATIONS
from refund_gui.terminal.support import REPORT_NAME
from tests.store import made_up
from tests.terminal.shop import Shop


def report(shop: Shop) -> str:
    return shop.terminal.support.report({"qt": "6.11"})


def test_it_says_what_runs_and_how_refunds_stand(shop: Shop) -> None:
    shop.refund("imp_card", 3_000)
    shop.line.is_down = True
    lines = report(shop).splitlines()
    assert f"  refund-terminal: {__version__}" in lines
    assert "  qt: 6.11" in lines
    assert f"  schema: {len(MIGRATIONS)}" in lines
    assert "  refunds succeeded: 1" in lines
    assert not [line for line in lines if line.startswith("  refunds ") and line.endswith(": 0")]


def test_settings_are_told_without_what_was_written(shop: Shop) -> None:
    settings = Settings("ko", "Garam Market", "Front desk", ("Kim Jeomwon", "Lee"), ("Out of stock",), False)
    Paths(shop.data_dir).settings.write_text(json.dumps(asdict(settings)), encoding="utf-8")
    told = report(shop)
    assert '  language: "ko"' in told
    assert "  shop: 12 characters" in told
    assert "  operators: 2 lines" in told
    assert "  enable_webhook: false" in told
    for written in ("Garam", "Front desk", "Jeomwon", "Lee", "Out of stock"):
        assert written not in told


def test_planted_data_in_the_log_does_not_come_through(shop: Shop) -> None:
    """Also what only the store and the settings know: names in Latin letters have no pattern."""
    settings = Settings(shop="Garam Market", operators=("Lee Jeomwon",))
    Paths(shop.data_dir).settings.write_text(json.dumps(asdict(settings)), encoding="utf-8")
    payment = made_up.payment(buyer_name="Garam Kim", goods="Apple box", buyer_email="g@example.com")
    shop.store.payments.save([payment])
    log = logging.getLogger("refund_gui.terminal.sending")
    with log_file(Paths(shop.data_dir).log):
        log.warning("reading %s failed: Unreachable", payment.imp_uid)
        log.warning("%s %s %s", payment.buyer_name, payment.merchant_uid, payment.goods)
        log.warning("tel 010-1234-5678, garam@example.com, account 9990001234567")
        log.warning("card 4330-12**-****-1234 for Garam Market by Lee Jeomwon")
        log.warning("imp_secret=ekKoeW8RyKuT0zgaZsUtXXTLQ4AhPFW3ZGseDA6b")
    Paths(shop.data_dir).crash.write_text("Thread 0x0 of 010-9876-5432\n", encoding="utf-8")
    told = report(shop)
    assert f"reading {payment.imp_uid} failed: Unreachable" in told
    assert "Breakdowns\nThread 0x0 of [number]" in told
    planted = ["1234-5678", "garam@example", "9990001234567", "4330", "ekKoe", "Garam Market", "Jeomwon"]
    for text in [*planted, payment.buyer_name, payment.merchant_uid, payment.goods]:
        assert text, "there is something to find"
        assert text not in told


def test_a_payment_that_is_not_stored_is_no_hindrance(shop: Shop) -> None:
    Paths(shop.data_dir).log.write_text("reading imp_448280090638 failed\n", encoding="utf-8")
    assert "reading imp_448280090638 failed" in report(shop)


def test_without_a_log_there_is_a_report_too(shop: Shop) -> None:
    assert report(shop).endswith("Log\n\n\nBreakdowns\n\n")


def test_of_a_long_log_the_newest_lines_are_told(shop: Shop) -> None:
    log = Paths(shop.data_dir).log
    log.write_text("".join(f"line {number} of a log\n" for number in range(600)), encoding="utf-8")
    lines = report(shop).splitlines()
    assert "line 599 of a log" in lines
    assert "line 100 of a log" in lines
    assert "line 99 of a log" not in lines
    log.write_text(f"{'x' * 300_000}\nthe last line\n", encoding="utf-8")
    assert "Log\nthe last line\n" in report(shop)


@pytest.mark.parametrize("name", ["report.txt", "report"])
def test_it_is_saved_as_it_was_shown(shop: Shop, tmp_path: Path, name: str) -> None:
    shop.terminal.support.save("보고서\n", tmp_path / name)
    assert (tmp_path / name).read_text(encoding="utf-8") == "보고서\n"


def test_it_is_saved_packed(shop: Shop, tmp_path: Path) -> None:
    shop.terminal.support.save("보고서\n", tmp_path / "report.ZIP")
    with zipfile.ZipFile(tmp_path / "report.ZIP") as packed:
        assert packed.namelist() == [REPORT_NAME]
        assert packed.read(REPORT_NAME).decode() == "보고서\n"


def test_a_place_that_cannot_be_written_is_told(shop: Shop, tmp_path: Path) -> None:
    with pytest.raises(StoreReadOnly):
        shop.terminal.support.save("", tmp_path / "nowhere" / "report.txt")


def test_the_log_folder_is_where_the_log_lies(shop: Shop) -> None:
    assert shop.terminal.support.log_folder == shop.data_dir
    assert os.path.isdir(shop.terminal.support.log_folder)
