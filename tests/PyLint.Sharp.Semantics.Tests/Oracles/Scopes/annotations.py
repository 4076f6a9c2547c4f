import typing

module_variable: typing.List[int] = []
later: "text"
(parenthesised): Mystery
module_variable.attribute: Another = 1


def outer(argument: typing.Any, *args: (lambda: args), key: kind = default) -> result:
    local = int
    unevaluated: Undefined = 1
    with_lambda: (lambda: local)
    (no_name): int

    def inner(value: local) -> [local for _ in local]:
        return value

    class Local:
        field: local
        other = local

        def method(self, value: other) -> local:
            return value

    return inner


class Node[T: (int, Comparable) = int]:
    kind = int
    left: Node
    right: [kind for kind in kinds] = None
    while True:
        sometimes: kind

    def find[U: T = kind](self, key: kind, *others: U) -> T:
        found: kind = key
        return found


type Pair[A, B = A] = tuple[A, B, kind]
type Simple = Node | Pair
