import a.b.c, d as e
from x import *
from y import (z as w)
global gg
gg = 1
class __Priv[__T: (int, __B) = __D](__Base[__T], metaclass=__M):
    __x: __T = 1
    y: list[__x]
    if y:
        z: int
    def __f[__U](self, __a: __T, *__b: __x, __c: int = __x, **__d) -> __T:
        nonlocal_ = lambda __q=__x: (__q, __class__, super().x)
        global __g
        __g = [__r := __s for __s in __a for __t in __b if (__r2 := __t)]
        import __mod, __mod2.sub
        from q import __name
        try: pass
        except __E as __e: del __e
        with a as __w, b as (c, *__v): pass
        match __m:
            case {"a": __mm, **__rest}: pass
            case __Cls(__attr=__val): pass
            case [*__star]: pass
        for __i in __j: pass
        __k: int = 1
        __l: int
        (__n): int = 2
        __o.__p: int = 3
        type __Al[__V] = list[__V, __x]
        return __dunder__
    type A2[T = int] = [(lambda: T) for i in x if T]
    def g(self, x=[i for i in y], z=(lambda: y)): 
        class Inner:
            nonlocal x
            x = 1
            global h
            h = 2
            def m(self): return x, h
        async def co():
            async for i in x: yield i
            async with x as y2: await y2
            return
        return [lambda: (yield_ := i) for i in range(3)], {k: v for k, v in x}, {s for s in s}, (g for g in g)
    w = [[j for j in range(i)] for i in y if y]
def outer():
    x = 1
    class C:
        print(x)
        x = 2
        def f(self): return x
        a: x
        b: (lambda: x)
        c: [x for x in x]
    def inner():
        nonlocal x
        x += 1
        def deeper():
            global x
            def deepest(): return x
    def g[T: x = x](a: T = x) -> x: return T
    class D[T: x](x, T): T = T
    z = [x for x in (lambda: x)()]
    return [y := 1 for _ in x], y
def f2():
    global q
    [q := 1 for _ in x]
    def g(): q
f"{a!r:>{b}} {(lambda: c)}"
t"{a} {[q for q in w]}"
try: pass
except* E as e: pass
def top(local, parameter=1): local = parameter; return [i for i in local]
lambda *a, b=1, **k: (a, b, k)
x = y = z = 0
del x, (y, [z])
@dec([i for i in w])
async def asy(a, /, b, *, c): pass
def annos(a: [i for i in x], b: (lambda: x)): pass
def h3():
    v: [i for i in x]
    u: (lambda: x) = 3
    class K: v2: [i for i in x]
early: {(found := top) for b in a}
def late(a: [(found2 := b) for b in a]) -> [(found3 := b) for b in a]:
    own: [(found4 := b) for b in a]
    def unevaluated[P]():
        v: (P + (lambda: P))
type Ordered[P = (lambda: P)] = (P for P in (lambda p=P: p))
class top[P]: pass
