# Indentation, line joining, comments and semicolons.
if True:
	tabbed = 1
	if tabbed:
	        deeper = 2   # a tab and eight spaces
	other = 3

x = 1; y = 2;
if x: a = 1; b = 2;
for _ in (): pass
else: c = 3

total = 1 + \
    2 + \
  3
values = [
1,
      # a comment inside brackets
  2,

    3,
]


def f():

    # a comment before the body

    return values   # and one behind it
    # a comment in the block
# a comment that is less indented

class C: x = 1; y = 2


def g(): return 1


while False:
    break


if True:
    \
        joined = 1
    \
joined = 2
type \
    X = int
type Y \
    = int
