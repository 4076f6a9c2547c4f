"""Model bank accounts: deposits, withdrawals, transfers, and a statement of what happened when.
A savings account also earns interest.
"""
from datetime import datetime


class Account:
    history = []

    def __init__(self, owner, balance=0.0):
        self.owner = owner
        self._balance = balance

    def get_balance(self):
        return self._balance

    def set_balance(self, balance):
        self._balance = balance

    def deposit(self, amount):
        assert amount > 0, "amount must be positive"
        self._balance += amount
        self.history.append([datetime.now(), "in", amount])

    def withdraw(self, amount):
        if amount > self._balance:
            raise Exception("not enough money")
        self._balance -= amount
        self.history.append([datetime.now(), "out", amount])

    def transfer(self, other, amount):
        try:
            self.withdraw(amount)
            other.deposit(amount)
            ok = True
        except:
            ok = False
        if not ok:
            print("transfer failed")
        return ok

    def statement(self):
        str = ""
        for time, type, amount in self.history:
            str += time.strftime("%Y-%m-%d %H:%m") + " " + type + " " + repr(amount) + "\n"
        return str

    def __eq__(self, other):
        return self.owner == other.owner


class SavingsAccount(Account):
    def __init__(self, owner, rate):
        self.owner = owner
        self._balance = 0
        self.rate = rate

    def add_interest(self):
        Account.deposit(self, self._balance * self.rate)


def total(accounts):
    sum = 0
    for account in accounts:
        sum += account._balance
    return sum


ann = Account("Ann", 0.1)
bob = SavingsAccount("Bob", 0.05)
ann.deposit(0.2)
print("exact" if ann.get_balance() == 0.3 else "hm, rounding")
ann.transfer(bob, 0.25)
ann.transfer(bob, 500)
bob.add_interest()
print(ann.statement(), total([ann, bob]))
