f''; f'plain'; f'{x}'; f'{x}{y}'; f'a{x}b{y}c'
f'{x!r}'; f'{x!s:>10}'; f'{x:>{width}}'; f'{x:{a}{b}c{d:{e}}}'
f'{x=}'; f'{x = }'; f'{x=!r}'; f'{x=:>5}'; f'{ x + y = !s:{w}}'
f'{{}}'; f'{{{x}}}'; f'}}{{'; f'{x}}}'; f'{{{{'
f'{a["b"]}'; f"{a["b"]}"; f'{f'{f'{1}'}'}'
f'{x != y}'; f'{x == y}'; f'{a if b else c}'; f'{(lambda x: 1)}'; f'{x, y}'; f'{*a, b}'; f'{yield_}'
f'{x:%Y-%m-%d}'; f'{x:=5}'; f'{x!r:^{width}.{precision}}'
f'''a
{
    x  # a comment
    + y
}
b{z:
}'''
rf'\d{x}\n'; fr"{x}\{y}"; Rf'\{{'
f'\n\x41'; f'\{x}'
'a' f'b{x}' 'c' f'{y}d' "e"
('head '
 f'{x} middle '
 'tail')
f'{x}' 'only tail'
u'u' f'{x}'
t'plain'; t'{x}'; t'a{x!r:>{w}}b'; t'{x=}'; tr'\d{x}'; t'one' t'{two}'; t'{ a + b }'; t'{a[0]:{b}}'
f"{'a' 'b'}"; f'{"""x"""}'; f'{x:{y!r}}'; f"{d['a']:{d['b']}}"
f'{{x}}{y}{{z}}'
async def g():
    return f'{await x}'
def h():
    f'{yield}'; f'{yield x}'
