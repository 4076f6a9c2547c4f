0; 1; 00; 1_000; 0xFF; 0Xdead_BEEF; 0o17; 0b1010; 0b1_0
123456789012345678901234567890
1.0; .5; 5.; 1e10; 1E-5; 1.5e+3; 1_0.0_1e1_0; 0e0; 1e400; 1e23; 5e-324; 123456789.123; 1e16; 1e15; 0.0001; 0.00001
1j; 1.5J; 0j; 1e3j; 10_0j
None; True; False; ...
'a'; "b"; '''c'''; """d"""
'it\'s'; "say \"x\""; 'a\
b'
'\a\b\f\n\r\t\v\\\'\"\0\101\x41\u0041\U0001F40D\q'
r'\n'; R"\x"; u'u'; U'U'
b'bytes'; B"\x00\xff\101"; rb'\n'; Rb"\q"; bR'a'; br'''x
y'''
'one' 'two' "three"
('a'
 'b'  # between
 'c')
b'a' b'b'
u'x' 'y'
"🐍 é 漢"
"""multi
line
"""
1if x else 2
