pass
a = b; a = b = c; a, b = c; a, = b; (a, b) = c; [a, b] = c; *a, b = c; a.b = c; a[b] = c; (a) = b; a = b, c; a = *b, c; a, (b, [c, *d]) = e
a += b; a -= b; a *= b; a /= b; a //= b; a %= b; a @= b; a &= b; a |= b; a ^= b; a >>= b; a <<= b; a **= b; (a) += b; a.b += c; a[b] += c, d
a: int; a: int = 1; (a): int = 1; a.b: int; a[b]: int = c; a: tuple = 1, 2; a: "str" = yield_
del a; del a, b; del (a, b); del [a]; del a.b, c[d]; del (a); del ()
assert a; assert a, b; assert (a, b)
raise; raise a; raise a from b
import a; import a.b.c; import a as b; import a.b as c, d
from a import b; from a import b as c, d; from a import (b, c as d,); from . import a; from .a import b; from ... import a; from ....a.b import c
from a import *
global g1, g2
def f():
    nonlocal_ = 1
    def inner():
        nonlocal nonlocal_
        return
    return inner
if a: pass
if a:
    pass
elif b:
    pass
elif c: pass
else:
    pass
if (a := b): pass
while a: break
while a:
    continue
else:
    pass
for a in b: pass
for a, b in c: pass
for a, in b: pass
for (a, b), *c in d: pass
for a.b in c: pass
for a[b] in c, d: pass
for a in *b, c:
    pass
else:
    pass
try:
    pass
except:
    pass
try:
    pass
except A:
    pass
except (B, C) as d:
    pass
except B.C:
    pass
else:
    pass
finally:
    pass
try: pass
finally: pass
try:
    try:
        pass
    finally:
        a = 1
except* A:
    pass
except* (B, C) as d:
    pass
try:
    pass
except A, B:
    pass
with a: pass
with a as b: pass
with a, b: pass
with a as b, c as (d, e), f as g.h, i as j[k]: pass
with (a): pass
with (a, b): pass
with (a as b): pass
with (a as b, c): pass
with (a, b as c,): pass
with (a, b) as c: pass
with (a), (b): pass
with (a, b), c: pass
with (a := b): pass
with (a := b, c): pass
with (*a, b): pass
with (): pass
with (a for a in b): pass
with (a).b, (c)(d): pass
with (a, b)[0]: pass
with (
    a as b,  # comment
    c as d,
):
    pass
async def f():
    async with a as b, c: pass
    async with (a as b, c): pass
    async for a in b: pass
    else: pass
