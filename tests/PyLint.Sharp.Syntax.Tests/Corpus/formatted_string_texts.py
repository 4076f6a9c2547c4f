# What the text of a field and of a format specification becomes.
f'{x:\N{DIGIT ONE}}'; f'{x:\N{DIGIT ONE}a}'; f'{x:a\N{DIGIT ONE}}'; f'{x:\N{DIGIT ONE}\N{DIGIT TWO}}'; rf'{x:\N{y}}'
f'{x:\N{DIGIT ONE}{y}z}'; f'{x:{y}\N{DIGIT ONE}z}'; t'{x:\N{DIGIT ONE}a}'; 'a' f'{x:\N{DIGIT ONE}a}' 'b'
f'{x:\N{DIGIT ONE}\
}'; f'{x:\
\N{DIGIT ONE}}'
'a' f'\
{x}'; 'a' f'\N{DIGIT ONE}\
' 'b'; f'{{\
'
f'{1 + 2 = # a comment
  }'; f'{x # a "comment
 = }'; f'{x = # c
 !r:>5}'; f"{'#' # it's
 'b' =}"; f'''{x + # a
 y # b
 = # c
}'''
t'{x # a comment
}'; t'{ x # c
 !r}'; t'{"#" # c
 :>5}'; t'{x = # c
}'
f'{""=}'; f'{x=}'; f'{x:{y:{z}}}'; f'{x:{f"{y:{z:{w}}}"}}'

# Behind a field a doubled brace is text in a format specification too.
f'{x:{y}{{z}}}'; f'{x:{y}{{}'; t'{x:{y:{z}{{}{{}'
