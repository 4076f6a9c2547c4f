def f(): pass
def f(a): pass
def f(a, b=1, *args, c, d=2, **kwargs): pass
def f(a, /): pass
def f(a, /, b, *, c): pass
def f(a=1, /, b=2, *, c=3, d, **k): pass
def f(*, a): pass
def f(*args): pass
def f(**kwargs): pass
def f(a: int, b: str = "x", *args: tuple, c: float = 1.0, **kw: dict) -> None: pass
def f(*args: *Ts): pass
def f(
    a,
    b,
): pass
async def f(): pass
@a
def f(): pass
@a.b
@c(d)
@(e)
@f[0]
@g if h else i
async def f(): pass
class C: pass
class C(): pass
class C(A, B, metaclass=M, **kw): pass
class C(*bases): pass
@a
@b
class C(D):
    """docstring"""
    x: int = 1
    def m(self): return self
def f[T](a: T) -> T: pass
def f[T: int, *Ts, **P](a): pass
def f[T: (int, str) = int, *Ts = *tuple[int], **P = [int]](): pass
class C[T](A[T]): pass
class C[T,]: pass
async def f[T](): pass
type X = int
type X[T] = list[T]
type X[T: int, *Ts, **P] = dict
if a: type Y = int
class D: type Z = 1; b = 2
def outer():
    def inner(a=lambda: 1, *b): return a
    return inner
