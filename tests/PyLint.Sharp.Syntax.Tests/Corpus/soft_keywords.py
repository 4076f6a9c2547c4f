match = 1; case = 2; type = 3; _ = 4; lazy = 5
match(x); case(x); type(x); match[x]; match.x; type.x
match: int = 1
type: int = 2
match, case = type, _
print(match, case, type)
type in [1]
type is [2]
type = [3]
type == 4
type
type; match
def match(case, type=type): return match
class type: pass
match * a
match -a
match = {match: case}
for match in case: pass
with match as case: pass
import match
from type import case as match
lambda match: match
match[a:b]
match(a)[b:c]
match match:
    case case:
        case = 1
        type = 2
    case _:
        pass
type type = type
type match[case] = _
match (a, b):
    case a, b: pass
match [a]:
    case [a]: pass
match {a}:
    case x: pass
match -a:
    case -1: pass
match *a, b:
    case *a, b: pass
match a,:
    case a,: pass
match a if b else c:
    case d: pass
match (yield_):
    case _: match = 1
match a:
    # a comment
    case 1:
        match b:
            case 2:
                case = 3
    case 3: pass
