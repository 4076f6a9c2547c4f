a or b or c and d and e or not f
not not a; not a == b; not a in b
a < b <= c == d != e > f >= g is h is not i in j not in k
a | b ^ c & d << e >> f + g - h * i / j // k % l @ m
-a ** -b ** c; +-~a; -a * b; 2 ** -x * 3; ~a.b[c](d)
a + b + c; a - (b - c); (a + b) * c; (a) + (b); ((a)) + ((b)) + c
(a) < (b) < (c); (a) and (b); (a if b else c) if (d) else (e)
a if b else c if d else e
lambda: 0; lambda x: x; lambda x, y=1, *a, z, w=2, **k: x; lambda *, k: k; lambda x, /, y: x; lambda *a: lambda **k: a
x if y else lambda: z
(a := 1); [b := 2, c]; f(d := 3); x[e := 4]; {(g := 5): 6}; {h := 7}
a.b.c; a[b][c]; a(b)(c); a.b[c](d).e; (a).b; (a)[b]; (a)(b)
a[1:2]; a[:]; a[::]; a[1:]; a[:2]; a[::3]; a[1:2:3]; a[1:2, 3]; a[1,]; a[*b]; a[*b, c]; a[...]; a[b, ::c]
is_not = a is not b; not_in = a not in b
x = yield_ = 1
async def f():
    await a; await a ** b; -await a; await a.b(c); [await x for x in y]; not await a
    return await (yield_)
def g():
    yield; yield a; yield a, b; yield from c; x = yield; x = yield y; x += yield z; (yield); f((yield))
    return *a, b
