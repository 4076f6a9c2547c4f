(); (a,); (a, b); (a, b,); a, b; a,; (a); ((a)); ((a),); *a, b
[]; [a]; [a,]; [a, b]; [*a, b]; [[a]]
{}; {a: b}; {a: b,}; {a: b, **c}; {**a}; {a}; {a,}; {a, *b}; {*a}; {(a, b): c}; {a: lambda: b}
[x for x in y]; [x for x in y if z]; [x for x in y if a if b for z in w]; [x async for x in y]
{x for x in y}; {x: y for x, y in z}; (x for x in y); ((x) for x in y)
[x for x, in y]; [x for x, y in z]; [(x, y) for (x, y) in z]; [x for x.a in y]; [x for x[0] in y]; [x for *a, b in y]
f(x for x in y); f((x for x in y)); f((x) for x in y); f(a, (x for x in y)); f(x for x in y)(z); f(a := x for x in y); f(a := x, b); (a := x for x in y)
f(); f(a); f(a,); f(a, b); f(*a); f(**a); f(a, *b, c, d=1, *e, **f, g=2); f(a=b, **c)
f(a)(b)[c].d
[x if y else z for x in (a if b else c)]
[
    x  # comment
    for x
    in y
]
