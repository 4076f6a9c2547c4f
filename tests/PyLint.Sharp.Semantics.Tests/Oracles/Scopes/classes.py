size = 1


class __Base[__T](__Mixin, metaclass=Meta):
    __private: __T
    __dunder__ = 0
    size = size + 1
    import __module.sub
    from package import __name as __alias

    def __method(self, __argument: __T = __default):
        global __counter
        __counter = self.__attribute
        return super().method(__argument), size

    def plain(self):
        def nested():
            return __class__, [super() for _ in ()]

        return nested

    both = [size for row in rows for size in row], __class__

    class Inner:
        size = 3

        def method(self):
            return size, __class__

    if size:
        conditional: int = 1


def make():
    size = 2
    kind = int

    class Local:
        global limit
        limit = size
        size = limit
        field: kind

        def method(self, argument: kind, /, other: size) -> (lambda: kind):
            nonlocal size
            size += 1
            return kind

    return Local


class Outer:
    def method(self):
        class Late:
            if self:
                conditional: int

        return Late

    both = [lambda: super() for _ in ()]


class ___:
    __unmangled = 1


class Dynamic[*Ts, **P](tuple[*Ts]):
    call: Callable[P, None]
    items = property(lambda self: self)
