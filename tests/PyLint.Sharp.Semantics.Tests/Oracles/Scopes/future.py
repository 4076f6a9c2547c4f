"""Under the future import annotations are text: they mention nothing."""
from __future__ import annotations

value: Undefined = 1


def f(argument: Missing, other: (lambda: Nothing) = None) -> Result:
    local: Local = argument

    class C:
        field: local

        def method(self, argument: local) -> C:
            return self

    return C
