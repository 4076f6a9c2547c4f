class A:
    res = [(lambda: __classdict__)() for _ in [1]]
class B:
    res = [(lambda: __class__)() for _ in [1]]
class C:
    res = [(lambda: __conditional_annotations__)() for _ in [1]]
class D:
    res = [__classdict__ for _ in [1]]
class E:
    res = [__class__ for _ in [1]]
class F:
    res = [__conditional_annotations__ for _ in [1]]
class G:
    def f(self): return __classdict__
    def g(self): return __class__
    def h(self): return __conditional_annotations__
class H:
    x = __classdict__, __class__, __conditional_annotations__
class I:
    x = (__classdict__ for _ in [1])
    y = (__class__ for _ in [1])
    z = (__conditional_annotations__ for _ in [1])
class J:
    res = [(__class__, __classdict__, __conditional_annotations__, (lambda: (__class__, __classdict__))()) for _ in [1]]
class K:
    res = [[(lambda: (__class__, __classdict__, __conditional_annotations__))() for _ in [1]] for _ in [2]]
class L:
    class M:
        def f(self): return __classdict__, __class__
    def f(self):
        class N:
            x = __classdict__, __class__
        return N
class O:
    if x:
        y: int = 1
    def f(self): return __conditional_annotations__
class P:
    def f(self) -> __classdict__: return 1
    y: __class__ = 1
class Q[T]:
    def f(self): return __classdict__
    z = [(lambda: T)() for _ in [1]]
    w = [(lambda: __classdict__)() for _ in [1]]
