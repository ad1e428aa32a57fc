"""The log tells what happened, and nothing that was typed."""

import faulthandler
import logging
from pathlib import Path

import pytest

from refund_gui.logs import crash_log, early_log, log_file

SECRET = "9990001234567"


def fail(typed: str) -> None:
    try:
        int("x" + typed)
    except ValueError as error:
        raise RuntimeError(f"account {typed}") from error


def test_an_exceptions_text_stays_out(tmp_path: Path) -> None:
    path = tmp_path / "log"
    with log_file(path):
        try:
            fail(SECRET)
        except RuntimeError:
            logging.getLogger("refund_gui").exception("unexpected")
    written = path.read_text(encoding="utf-8")
    assert SECRET not in written
    assert written.index("ValueError") < written.index("which led to") < written.index("RuntimeError")
    assert "in fail" in written


def test_the_http_librarys_own_log_stays_out(tmp_path: Path) -> None:
    path = tmp_path / "log"
    with log_file(path):
        logging.getLogger("httpx").info("GET https://api.iamport.kr/payments/imp_1")
        logging.getLogger("refund_gui").info("고객 없음")
    written = path.read_text(encoding="utf-8")
    assert "api.iamport.kr" not in written
    assert "고객 없음" in written


def test_nothing_is_written_after_the_end(tmp_path: Path) -> None:
    path = tmp_path / "log"
    level = logging.getLogger().level
    with log_file(path):
        pass
    logging.getLogger("refund_gui").error("late")
    assert path.read_text(encoding="utf-8") == ""
    assert logging.getLogger().level == level


def test_it_does_not_grow_for_ever(tmp_path: Path) -> None:
    with log_file(tmp_path / "log"):
        for _ in range(130):
            logging.getLogger("refund_gui").info("x" * 50_000)
    sizes = [file.stat().st_size for file in tmp_path.iterdir()]
    assert len(sizes) == 5
    assert max(sizes) <= 1_000_000


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="not-there"), log_file(tmp_path / "not-there" / "log"):
        pass


@pytest.fixture
def no_faulthandler() -> object:
    was_on = faulthandler.is_enabled()
    faulthandler.disable()
    yield None
    if was_on:
        faulthandler.enable()


@pytest.mark.usefixtures("no_faulthandler")
def test_stacks_of_a_break_down_have_their_file(tmp_path: Path) -> None:
    with crash_log(tmp_path / "crash"):
        assert faulthandler.is_enabled()
        assert (tmp_path / "crash").exists()
    assert not faulthandler.is_enabled()


@pytest.mark.usefixtures("no_faulthandler")
def test_without_that_file_the_work_goes_on(tmp_path: Path) -> None:
    with crash_log(tmp_path / "not-there" / "crash"):
        assert not faulthandler.is_enabled()


def test_what_was_logged_before_the_file_was_open_comes_first_and_once(tmp_path: Path) -> None:
    log, path = logging.getLogger("refund_gui"), tmp_path / "log"
    with early_log() as early:
        log.warning("before")
        with log_file(path, early):
            log.warning("after")
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [line.rpartition(" ")[2] for line in lines] == ["before", "after"]
    assert early.records[1:] == []
