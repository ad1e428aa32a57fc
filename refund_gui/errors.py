"""Expected failures, sorted by what they mean for the money.

    ExpectedError
    ├── UpstreamError      a token call or a read failed: nothing was sent, nothing has changed
    │   ├── Unreachable            no connection (DNS, refused, connect time-out, proxy), or it broke
    │   ├── CertificateRefused     TLS: the certificate is not the host's, or the PC's date is wrong
    │   ├── AnswerTimedOut         connected, but no complete answer in time
    │   ├── KeysMissing            no keys were entered yet
    │   ├── KeysRefused            401: wrong keys, or a token refused twice
    │   ├── PaymentNotFound        404 for this payment
    │   ├── ReadRefused            any other status, or `code` other than 0, with upstream's words
    │   ├── AnswerUnreadable       not JSON, truncated, no `code`, an inexact number
    │   └── FieldMissing           a field that the program cannot do without; names it
    ├── RefundError        a refund cannot go on; says whether anything was sent
    │   ├── RefundIsOpen           this payment has a refund that has not ended (protocol rule 11)
    │   ├── PaymentBlocked         this payment's records do not fit together: no refund until somebody looked
    │   ├── BalanceMoved           the balance changed since the dialog was read (rule 2)
    │   ├── UnsendableText         the request cannot be written as JSON (a lone surrogate)
    │   ├── NotAllowed             the state does not allow this step
    │   └── AnswerNotSaved         the answer came, but could not be written down; it is being tried again
    ├── StoreError         the data directory; refunds already saved stay as they are
    │   ├── StoreInUse · StoreNewer · StoreCorrupt · StoreReadOnly · DiskFull · StoreBusy · OtherShop
    ├── FileError          a file that a person asked for was not written; what was there stays
    │   ├── FileInUse              another program has it open
    │   └── FileRefused            it cannot be written there
    ├── Stopped            a person stopped what was under way
    ├── UpdateRefused      what is published about a newer version is not to be believed
    ├── BadOrigin          an API address that is not allowed; names what is wrong with it
    ├── KeyringMissing     the operating system offers no place for secrets
    ├── PrinterRefused     a printer does not take what is to be printed
    └── InvalidInput       what a person typed (subclasses live beside what they check, in the domain)

Words for people are not here: `ui/words.py` has a title and an advice for each class, in both languages.
Upstream's own words travel in `message` and are shown as they came.
"""

from enum import StrEnum


class ExpectedError(Exception):
    """A failure that the program knows and explains. Anything else is a bug and is logged as one."""


class UpstreamError(ExpectedError):
    """A read or a token call failed. Nothing was sent that moves money."""


class Unreachable(UpstreamError):
    """No connection was made, or it broke. `detail` is technical and holds no secret."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class CertificateRefused(UpstreamError):
    """The TLS handshake failed."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class AnswerTimedOut(UpstreamError):
    """Connected, but the answer did not come in time."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class KeysMissing(UpstreamError):
    """No keys were entered yet."""


class KeysRefused(UpstreamError):
    """HTTP 401. `message` is upstream's, verbatim (api-v1 §1)."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class PaymentNotFound(UpstreamError):
    """HTTP 404 for one payment. `message` is upstream's, verbatim (api-v1 §3)."""

    def __init__(self, payment: str, message: str) -> None:
        super().__init__(message)
        self.payment = payment
        self.message = message


class ReadRefused(UpstreamError):
    """Any other HTTP status, or `code` other than 0. `message` is upstream's, verbatim, or "".

    `retry_after`: the seconds that upstream asks to wait, None when it names none.
    """

    def __init__(
        self, http_status: int, code: int | None, message: str, retry_after: float | None = None
    ) -> None:
        super().__init__(f"HTTP {http_status}, code {code}: {message}")
        self.http_status = http_status
        self.code = code
        self.message = message
        self.retry_after = retry_after

    @property
    def is_passing(self) -> bool:
        """Asked too often, or upstream is not well: the same question may be answered later."""
        return self.http_status == 429 or self.http_status >= 500


class AnswerUnreadable(UpstreamError):
    """The answer is not what the API documents (HTML, truncated, no `code`, an inexact number)."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class FieldMissing(UpstreamError):
    """A required field of a record is missing or of the wrong kind (api-v1 §4)."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


class RefundError(ExpectedError):
    """A refund cannot go on."""


class RefundIsOpen(RefundError):
    """The payment has a refund that has not ended (protocol rule 11)."""

    def __init__(self, imp_uid: str) -> None:
        super().__init__(imp_uid)
        self.imp_uid = imp_uid


class PaymentBlocked(RefundError):
    """An invariant does not hold for this payment (`domain/invariants.py`). `breach` names it."""

    def __init__(self, imp_uid: str, breach: str) -> None:
        super().__init__(f"{imp_uid}: {breach}")
        self.imp_uid = imp_uid
        self.breach = breach


class BalanceMoved(RefundError):
    """Somebody refunded since the dialog was read; nothing was sent. Read again and ask again (rule 2)."""

    def __init__(self, imp_uid: str) -> None:
        super().__init__(imp_uid)
        self.imp_uid = imp_uid


class UnsendableText(RefundError):
    """A text of the request has no UTF-8 form (a lone surrogate). Nothing was sent."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


class NotAllowed(RefundError):
    """The refund's state does not allow this step (it has moved on meanwhile)."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class AnswerNotSaved(RefundError):
    """Upstream answered, and the database did not take it. It is tried again; no new refund starts meanwhile.

    Kept in memory and in the spool, which the next start replays (protocol rule 15).
    """

    def __init__(self, refund_id: str) -> None:
        super().__init__(refund_id)
        self.refund_id = refund_id


class StoreError(ExpectedError):
    """The data directory cannot be used, or not now. `path` is the directory or the file."""

    def __init__(self, path: str, detail: str = "") -> None:
        super().__init__(f"{path}: {detail}" if detail else path)
        self.path = path
        self.detail = detail


class StoreInUse(StoreError):
    """Another process has this data directory (protocol rule 19)."""


class StoreNewer(StoreError):
    """The database was written by a newer version of the program. `detail` names both versions."""


class StoreCorrupt(StoreError):
    """The database file is damaged or is not a database."""


class StoreReadOnly(StoreError):
    """The data directory or the database cannot be written."""


class DiskFull(StoreError):
    """No space left for a write."""


class StoreBusy(StoreError):
    """The database stayed locked for longer than the busy time-out."""


class OtherShop(StoreError):
    """The keys belong to a shop other than the one whose payments are stored here."""


class FileError(ExpectedError):
    """A file that a person asked for (an export, a PDF) was not written. A full disk is DiskFull."""

    def __init__(self, path: str, detail: str = "") -> None:
        super().__init__(f"{path}: {detail}" if detail else path)
        self.path = path
        self.detail = detail


class FileInUse(FileError):
    """Another program has the file open: Excel lets nobody replace it then."""


class FileRefused(FileError):
    """The file cannot be written there."""


class Stopped(ExpectedError):
    """A person stopped what was under way. Nothing is left of it."""


class Refusal(StrEnum):
    """Why what is published about newer versions is not believed."""

    UNREADABLE = "unreadable"  # too large, or not written as a manifest is
    FORGED = "forged"  # not signed by whoever releases the program
    INSECURE_PAGE = "insecure_page"  # signed, but the page is not an https one
    NOT_YET_VALID = "not_yet_valid"  # signed more than a day from now
    REPLAYED = "replayed"  # older than one that was seen here already
    EXPIRED = "expired"


class UpdateRefused(ExpectedError):
    """What was published is not to be believed. `detail` is technical."""

    def __init__(self, why: Refusal, detail: str = "") -> None:
        super().__init__(f"{why}: {detail}" if detail else why.value)
        self.why = why
        self.detail = detail


class BadOrigin(ExpectedError):
    """An API address that this program does not talk to. `detail` says why, in English."""

    def __init__(self, url: str, detail: str) -> None:
        super().__init__(f"{url}: {detail}")
        self.url = url
        self.detail = detail


class KeyringMissing(ExpectedError):
    """The operating system offers no keyring. Keys then live in memory until the program ends."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class PrinterRefused(ExpectedError):
    """The printer does not begin: it is off or gone, or the system refuses it."""


class InvalidInput(ExpectedError):
    """What a person typed cannot be used. Shown where it was typed; nothing is lost."""
