namespace PyLint.Sharp.Syntax.Tests.Validation;

/// <summary>
/// What each version of Python added to the syntax. The versions are those of CPython itself, which <see cref="InstalledPythonTests"/>
/// asks; What's New names a later one for some, because the parser of 3.9 could already read them.
/// </summary>
internal static class SyntaxOfVersions
{
    /// <summary>The oldest version that can be a target.</summary>
    public const int Oldest = 8;

    private static readonly (int Minor, string Position, string Source)[] Newer =
    [
        (9, "1:7", "with (a as b, c as d): pass\n"),
        (9, "2:5", "with (\n    a as b,\n): pass\n"),
        (9, "1:7", "with (a, b as c): pass\n"),
        (9, "2:17", "async def f():\n    async with (a as b): pass\n"),
        (9, "1:2", "@a[0]\ndef f(): pass\n"),
        (9, "1:2", "@a().b\ndef f(): pass\n"),
        (9, "1:2", "@a or b\nclass C: pass\n"),
        (9, "1:2", "@a := b\nclass C: pass\n"),
        (9, "1:3", "@(a)\nclass C: pass\n"),
        (9, "1:10", "for x in *a, b: pass\n"),
        (9, "1:6", "x += *a, b\n"),
        (9, "1:2", "@(a).b\nclass C: pass\n"),
        (9, "1:2", "{x := 1}\n"),
        (9, "1:2", "{x := a for a in b}\n"),
        (10, "1:1", "match a:\n    case 1: pass\n"),
        (10, "1:3", "a[x := 1]\n"),
        (10, "1:6", "a[b, x := 1]\n"),
        (11, "2:1", "try: pass\nexcept* A: pass\n"),
        (11, "1:3", "a[*b]\n"),
        (11, "1:3", "a[b, *c] = d\n"),
        (11, "1:11", "def f(*a: *b): pass\n"),
        (11, "2:16", "async def f():\n    return [[a async for a in b] for c in d]\n"),
        (11, "2:14", "async def f():\n    return [[await a for a in b] for c in d]\n"),
        (11, "2:19", "async def f():\n    return {a: [b async for b in a] for a in c}\n"),
        (12, "1:1", "type A = int\n"),
        (12, "1:7", "def f[T](): pass\n"),
        (12, "1:13", "async def f[**P](): pass\n"),
        (12, "1:9", "class C[*T]: pass\n"),
        (12, "1:3", "f'{a['b']}'\n"),
        (12, "1:3", "f'{f'{a}'}'\n"),
        (12, "1:3", "f'{\"\\n\"}'\n"),
        (12, "1:8", "f'{a!r:{b['c']}}'\n"),
        (12, "1:18", "'it' f\"{a}\" f'{a}{b['c']}'\n"),
        (12, "1:3", "f'{\na}'\n"),
        (12, "1:5", "f'''{a # b\n}'''\n"),
        (12, "1:9", "f'{a:{b:{c}}}'\n"),
        (12, "1:3", "f'{a!r }'\n"),
        (13, "1:9", "class C[T=int]: pass\n"),
        (13, "1:8", "type A[*T = *a] = int\n"),
        (13, "1:7", "def f[**P = [int]](): pass\n"),
        (13, "2:14", "class C:\n    type A = lambda: 1\n"),
        (13, "2:14", "class C:\n    def f[T: [a for a in b]](): pass\n"),
        (13, "2:17", "class C:\n    def f[T](a: {b for b in c}): pass\n"),
        (13, "2:19", "class C:\n    def f[T]() -> (a for a in b): pass\n"),
        (13, "3:20", "class C:\n    if a:\n        class D[T]({b: c for b in d}): pass\n"),
        (14, "1:1", "t'{a}'\n"),
        (14, "2:8", "try: pass\nexcept A, B: pass\n"),
        (14, "2:9", "try: pass\nexcept* A, B: pass\n"),
        (15, "1:1", "lazy import a\n"),
        (15, "1:1", "lazy from a import b\n"),
        (15, "1:2", "[*a for a in b]\n"),
        (15, "1:2", "{*a for a in b}\n"),
        (15, "1:1", "{**a for a in b}\n"),
        (15, "1:2", "(*a for a in b)\n"),
        (15, "1:3", "f(*a for a in b)\n"),
    ];

    private static readonly string[] Old =
    [
        "(x := 1)\n",
        "def f(a, /, *, b): pass\n",
        "lambda a, /: 1\n",
        "f'{a=}'\n",
        "f'{a = !r:>{b}}'\n",
        "x: int = *a, b\n",
        "def f():\n    return *a, b\n",
        "def f():\n    yield *a, b\n",
        "for a in b:\n    try: pass\n    finally: continue\n",
        "async def f():\n    return [await a async for a in b]\n",
        "async def f():\n    return [a for a in [b async for b in c]]\n",
        "async def f():\n    return [(a async for a in b) for c in d]\n",
        "async def f():\n    return [[a async for a in b] async for c in d]\n",
        "async def f():\n    return [lambda: [a for a in b] for c in d if await c]\n",
        "with (a, b): pass\n",
        "with (a) as b, (c): pass\n",
        "with a as (b): pass\n",
        "with (a, b) as c: pass\n",
        "@a.b(c)\n@d\ndef f(): pass\n",
        "for x in (*a, b): pass\n",
        "{(x := 1)}\n",
        "a[(x := 1)]\n",
        "a[(# c\nx := 1)]\n",
        "(\\\n x := a)[0]\n",
        "a[(*b,)]\n",
        "a[b, c]\n",
        "try: pass\nexcept (A, B): pass\n",
        "f'{a[\"b\"]:>{c}}\\n'\n",
        "f'{\"#\"}'\n",
        "'#' f'{a:#x}' \"'\" f\"{b['c']}\"\n",
        "f'''{\na}'''\n",
        "return_ = f'\\'{a[\"b\"]}'\n",
        "match = case = type = lazy = 1\n",
        "match(a)[b].c\n",
        "print(type, lazy)\n",
    ];

    /// <summary>Syntax with the version that has it first, and the place of what is new.</summary>
    public static IEnumerable<TestCaseData> NewerThanTheOldest() => Newer.Select(row => new TestCaseData(row.Minor, row.Position, row.Source));

    /// <summary>Syntax that every version reads.</summary>
    public static IEnumerable<string> OfTheOldest() => Old;

    /// <summary>All of it, with the first version.</summary>
    public static IEnumerable<(int Minor, string Source)> All() => Newer.Select(row => (row.Minor, row.Source)).Concat(Old.Select(source => (Oldest, source)));
}
