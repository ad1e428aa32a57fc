"""What a simulation counts."""

from collections import Counter
from dataclasses import dataclass, field

SHOWN = (
    ("refunds", "refunds confirmed"),
    ("posts", "cancel requests that reached upstream"),
    ("executed", "cancels of ours that were executed"),
    ("outside", "cancels that somebody made in the console"),
    ("demands", "customers who asked for money"),
    ("paid", "of them paid"),
    ("crashes", "crashes"),
    ("restarts", "orderly restarts"),
    ("restores", "old backups restored"),
    ("unknown", "refunds that were not known for a while"),
    ("accepted", "refunds that waited for the PG"),
    ("reviews", "refunds that came to a review"),
    ("adopted", "adopted by tag"),
    ("late", "adopted late"),
    ("unsaved", "answers that were not saved at once"),
    ("blocked", "payments that an invariant blocked"),
    ("doubled", "demands that were paid twice"),
    ("lost", "demands whose end is known wrongly"),
)


@dataclass
class Figures:
    """Counts by name, faults by kind, and what should never be."""

    counts: Counter[str] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)
    violations: list[str] = field(default_factory=list)

    def add(self, other: "Figures") -> None:
        self.counts += other.counts
        self.faults += other.faults
        self.violations += other.violations

    def lines(self) -> list[str]:
        """For people."""
        shown = [f"{self.counts[name]:>9,}  {words}" for name, words in SHOWN]
        faults = [f"{number:>9,}  fault: {kind}" for kind, number in sorted(self.faults.items())]
        return shown + faults
