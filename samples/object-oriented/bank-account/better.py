"""Model bank accounts: deposits, withdrawals, transfers, and a statement.

The statement says what happened when. A savings account also earns interest.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal

CENT = Decimal("0.01")
ZERO = Decimal("0.00")


class InsufficientFundsError(Exception):
    """A withdrawal asks for more than there is."""

    def __init__(self, owner: str, balance: Decimal, amount: Decimal) -> None:
        """Say who is short of what."""
        super().__init__(f"{owner} has {balance}, which does not cover {amount}")


@dataclass(frozen=True)
class Entry:
    """A line of the statement; frozen, because history does not change."""

    at: datetime
    amount: Decimal

    def __str__(self) -> str:
        """Show the time in UTC, the readers may sit anywhere."""
        return f"{self.at:%Y-%m-%d %H:%M} UTC {self.amount:+}"


def utc_now() -> datetime:
    """Return the current time, aware of its time zone.

    >>> utc_now().tzinfo is UTC
    True
    """
    return datetime.now(tz=UTC)


class Account:
    """An account that cannot be overdrawn.

    Amounts are decimals: binary floats cannot hold ten cents.

    >>> account = Account("Ann")
    >>> account.deposit(Decimal("0.10"))
    >>> account.deposit(Decimal("0.20"))
    >>> account.withdraw(Decimal("0.05"))
    >>> account.balance
    Decimal('0.25')
    """

    def __init__(self, owner: str, clock: Callable[[], datetime] = utc_now) -> None:
        """Open an empty account; tests bring a clock of their own."""
        self.owner = owner
        # Two underscores: a subclass shall not touch the entries by accident, since
        # every change has to pass the checks below.
        self.__entries: list[Entry] = []
        self.__clock = clock

    @property
    def balance(self) -> Decimal:
        """The sum of all entries, so that the two can never disagree."""
        return sum((entry.amount for entry in self.__entries), start=ZERO)

    def deposit(self, amount: Decimal) -> None:
        """Put money in."""
        self.__record(positive(amount))

    def withdraw(self, amount: Decimal) -> None:
        """Take money out, if there is enough."""
        if amount > self.balance:
            raise InsufficientFundsError(self.owner, self.balance, amount)
        self.__record(-positive(amount))

    def statement(self) -> str:
        """Return the entries, one a line."""
        return "\n".join(str(entry) for entry in self.__entries)

    def __record(self, amount: Decimal) -> None:
        self.__entries.append(Entry(self.__clock(), amount))


class SavingsAccount(Account):
    """An account that earns interest.

    >>> savings = SavingsAccount("Bob", rate=Decimal("0.05"))
    >>> savings.deposit(Decimal("10.00"))
    >>> savings.add_interest()
    >>> savings.balance
    Decimal('10.50')
    """

    def __init__(self, owner: str, rate: Decimal) -> None:
        """Open an empty account with a yearly interest rate, such as 0.05."""
        super().__init__(owner)
        self.rate = rate

    def add_interest(self) -> None:
        """Pay the interest of a year, in whole cents; less than a cent is none."""
        interest = (self.balance * self.rate).quantize(CENT)
        if interest:
            self.deposit(interest)


def positive(amount: Decimal) -> Decimal:
    """Return the amount if it is one: not an assert, which -O would remove.

    >>> positive(Decimal("0.01"))
    Decimal('0.01')
    """
    if amount <= 0:
        raise ValueError(f"the amount must be positive, not {amount}")
    return amount


def transfer(source: Account, target: Account, amount: Decimal) -> None:
    """Move money; the withdrawal comes first because it is what can be refused.

    >>> ann, bob = Account("Ann"), Account("Bob")
    >>> ann.deposit(Decimal("5.00"))
    >>> transfer(ann, bob, Decimal("2.00"))
    >>> total([ann, bob]), bob.balance
    (Decimal('5.00'), Decimal('2.00'))
    """
    source.withdraw(amount)
    target.deposit(amount)


def total(accounts: Iterable[Account]) -> Decimal:
    """Sum up the balances.

    >>> total([Account("Ann"), Account("Bob")])
    Decimal('0.00')
    """
    return sum((account.balance for account in accounts), start=ZERO)


def main() -> None:
    """Play through some transactions, one of them refused."""
    ann = Account("Ann")
    bob = SavingsAccount("Bob", rate=Decimal("0.05"))
    ann.deposit(Decimal("0.10"))
    ann.deposit(Decimal("0.20"))
    for amount in (Decimal("0.25"), Decimal("500.00")):
        try:
            transfer(ann, bob, amount)
        except InsufficientFundsError as error:
            print(f"refused: {error}")
        else:
            print(f"{amount} transferred")
    bob.add_interest()
    print(ann.statement())
    print(f"total: {total([ann, bob])}")


if __name__ == "__main__":
    main()
