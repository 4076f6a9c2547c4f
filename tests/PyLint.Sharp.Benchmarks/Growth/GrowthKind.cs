using System.Globalization;
using System.Text;

namespace PyLint.Sharp.Benchmarks.Growth;

/// <summary>A kind of content that can be had at any size; much of it has made parsers or analyses slow.</summary>
/// <param name="Name">What to call it.</param>
/// <param name="Head">What it begins with.</param>
/// <param name="Line">What comes again and again: <c>{0}</c> is its number, <c>{1}</c> that of the one before.</param>
/// <param name="Tail">What it ends with.</param>
internal sealed record GrowthKind(string Name, string Head, string Line, string Tail)
{
    public static readonly GrowthKind[] All =
    [
        new("functions", "", "def area{0}(width, height=1, *rest):\n    if width > height:\n        return [w * {0} for w in rest]\n    return width.size(height, key={0})\n\n\n", ""),
        new("classes", "", "class Shape{0}(Base):\n    kind: str = \"round\"\n\n    def draw(self):\n        self.count += {0}\n\n\n", ""),
        new("one sum", "total = 0", " + x{0}", "\n"),
        new("one chain of calls", "result = start", ".next(x{0})", "\n"),
        new("numbers in a list", "rows = [\n", "    {0}, -{0}.5,\n", "]\n"),
        new("strings in a dict", "rows = {{\n", "    \"key{0}\": \"value\",\n", "}}\n"),
        new("elif", "if x == 0:\n    pass\n", "elif x == {0}:\n    pass\n", ""),
        new("strings side by side", "text = (\n", "    \"line {0}\"\n", ")\n"),
        new("f-strings", "", "print(f\"{{name!r:>{{width}}}} of {0} {{a.b[{0}]}}\")\n", ""),
        new("comments", "", "# comment {0}\n", ""),
        new("one string", "text = \"\"\"\n", "line {0}\n", "\"\"\"\n"),
        new("match", "", "match point:\n    case Point(x={0}, y=_) | [a, {0}]:\n        pass\n", ""),
        new("unclosed brackets", "", "[)\n", ""),
        new("an error a line", "", "def broken{0}(:\n", ""),
        new("one class on another", "class C0:\n    items = []\n", "class C{0}(C{1}):\n    def add(self):\n        self.items.append(super().items)\n", ""),
        new("branches of a function", "def choose(a, rows=[]):\n    x = 0\n", "    if a == {0}:\n        x = x + 1\n    else:\n        rows.append(x)\n", "    return x\n"),
        new("handlers", "try:\n    run()\n", "except Error{0}:\n    pass\n", ""),
        new("try in a loop", "while rows:\n", "    try:\n        x{0} = open(rows[{1}])\n    except:\n        pass\n", ""),
        new("closures in a loop", "calls = []\nfor i in rows:\n", "    calls.append(lambda: (i, x{0}))\n", ""),
        new("suppressions", "", "x = 1  # noqa: PLS201\n", ""),
    ];

    /// <summary>A text of at least that many bytes.</summary>
    public byte[] Write(int size)
    {
        var text = new StringBuilder().AppendFormat(CultureInfo.InvariantCulture, Head);
        for (var i = 1; text.Length < size; i++)
        {
            text.AppendFormat(CultureInfo.InvariantCulture, Line, i, i - 1);
        }

        return Encoding.UTF8.GetBytes(text.AppendFormat(CultureInfo.InvariantCulture, Tail).ToString());
    }
}
