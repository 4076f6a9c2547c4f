match x:
    case 1 | -1 | 1.5 | -2j | 1+2j | -1-2j: pass
    case "a" | b"b" | "c" "d": pass
    case None | True | False: pass
    case a.b | a.b.c: pass
    case a: pass
match x:
    case _: pass
match x:
    case (1): pass
    case (a, b): pass
    case (): pass
    case (a,): pass
    case [a, b, *rest]: pass
    case [*_]: pass
    case []: pass
    case a, b: pass
    case a, *_: pass
    case *a, b: pass
    case ([a, b] as c): pass
    case (1 | 2) as d: pass
    case {}: pass
    case {"a": 1, **rest}: pass
    case {-1: a, b.c: d, None: e, "x" "y": f,}: pass
    case {**rest}: pass
    case Point(): pass
    case Point(1, y): pass
    case Point(x=0, y=b,): pass
    case a.Point(1, y=[z]): pass
    case Point(Point(a), b) | Point(b, a): pass
    case x if x > 1: pass
    case [Point(x=0) | Point(x=1) as p, {"k": (v, w)}]: pass
    case _ if (y := x): pass
