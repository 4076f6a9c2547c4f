"""Evaluate an arithmetic expression with + - * / and brackets, with their precedence.

Say so when the text is not an expression.
"""

import operator
import re
from collections import deque
from collections.abc import Callable, Mapping

Operation = Callable[[float, float], float]

# Every character that is not blank becomes part of some symbol; what makes no sense is
# rejected in one place, by the parser.
SYMBOL = re.compile(r"\d+(?:\.\d+)?|\S")


class ExpressionError(ValueError):
    """The text is not an expression that has a value."""


class SymbolStream:
    """The symbols of an expression, consumed from left to right.

    >>> symbols = SymbolStream("12 +3")
    >>> symbols.take(), symbols.peek()
    ('12', '+')
    """

    def __init__(self, text: str) -> None:
        """Split the text into symbols."""
        self._symbols = deque(SYMBOL.findall(text))

    def peek(self) -> str | None:
        """Return the next symbol and leave it there; None at the end."""
        return self._symbols[0] if self._symbols else None

    def take(self) -> str:
        """Return the next symbol and move on."""
        try:
            return self._symbols.popleft()
        except IndexError:
            # The index is our own business, the reader of the message typed a text.
            raise ExpressionError("it ends too early") from None


def evaluate(text: str) -> float:
    """Return the value of the expression.

    >>> evaluate("2 * (3 + 4) - 5 / 2")
    11.5
    """
    symbols = SymbolStream(text)
    value = _sum(symbols)
    if (rest := symbols.peek()) is not None:
        raise ExpressionError(f"unexpected {rest!r}")
    return value


def _sum(symbols: SymbolStream) -> float:
    value = _product(symbols)
    while symbols.peek() in SUM_OPERATIONS:
        operation = SUM_OPERATIONS[symbols.take()]
        value = operation(value, _product(symbols))
    return value


def _product(symbols: SymbolStream) -> float:
    value = _atom(symbols)
    while symbols.peek() in PRODUCT_OPERATIONS:
        operation = PRODUCT_OPERATIONS[symbols.take()]
        value = operation(value, _atom(symbols))
    return value


def _atom(symbols: SymbolStream) -> float:
    symbol = symbols.take()
    if symbol == "-":
        return -_atom(symbols)
    if symbol == "(":
        value = _sum(symbols)
        if (closing := symbols.take()) != ")":
            raise ExpressionError(f"expected ')', not {closing!r}")
        return value
    try:
        return float(symbol)
    except ValueError as error:
        raise ExpressionError(f"expected a number, not {symbol!r}") from error


def _divide(left: float, right: float) -> float:
    try:
        return left / right
    except ZeroDivisionError as error:
        raise ExpressionError("it divides by zero") from error


# One table a level of precedence: a new operator is a new line here, no new branch.
SUM_OPERATIONS: Mapping[str | None, Operation] = {
    "+": operator.add,
    "-": operator.sub,
}
PRODUCT_OPERATIONS: Mapping[str | None, Operation] = {
    "*": operator.mul,
    "/": _divide,
}


def main() -> None:
    """Evaluate some expressions, good and bad."""
    for text in ("2 * (3 + 4) - 5 / 2", "1 +", "8 / (4 - 4)"):
        try:
            value = evaluate(text)
        except ExpressionError as error:
            print(f"cannot evaluate {text}: {error}")
        else:
            print(f"{text} = {value}")


if __name__ == "__main__":
    main()
