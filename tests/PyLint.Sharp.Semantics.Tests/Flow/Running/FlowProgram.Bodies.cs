using System.Globalization;

namespace PyLint.Sharp.Semantics.Tests.Flow.Running;

/// <summary>Bodies inside the body, and the ways out of a <c>finally</c>.</summary>
internal sealed partial class FlowProgram
{
    private const string SameFileManagers = """
        class Swallows:
          def __enter__(self): return c()
          def __exit__(self, kind, error, trace): return not (kind and kind.__name__ == "Stop")
        class Passes:
          def __enter__(self): return c()
          def __exit__(self, kind, error, trace): return None

        """;

    /// <summary>A body of its own: no jump leaves it, and what it binds belongs to it.</summary>
    private void Inside(int depth, bool makesFunction)
    {
        var outside = (isFunction, isGenerator, isInStar, loops);
        (isFunction, isGenerator, isInStar, loops) = (makesFunction, false, false, 0);
        bodies++;
        Block(depth);
        bodies--;
        (isFunction, isGenerator, isInStar, loops) = outside;
    }

    private void Class(int depth)
    {
        Line(depth, "class C:");
        Inside(depth + 1, makesFunction: false);
    }

    /// <summary>Reads, and at times binds, names of the functions around; called at once, later or never.</summary>
    private void Function(int depth)
    {
        var declaration = random.Next(4) > 0 ? null : isFunction && bodies == 0 ? "nonlocal x" : "global x";
        if (declaration == "nonlocal x")
        {
            // Python refuses a nonlocal that the function around doesn't bind.
            Line(depth, "if False: x = 0");
        }

        Line(depth, "def g():");
        if (declaration != null)
        {
            Line(depth + 1, declaration);
        }

        if (random.Next(3) == 0)
        {
            Inside(depth + 1, makesFunction: true);
        }
        else
        {
            var read = reads++.ToString(CultureInfo.InvariantCulture);
            Line(depth + 1, $"h({read}); {Name}; k({read})");
        }

        Line(depth, random.Next(3) switch { 0 => "g()", 1 => "later(g)", _ => "m()" });
    }

    /// <summary>
    /// Jumps out of a <c>finally</c> take an exception or another jump with them. A turn of the loop around still begins with
    /// <c>t()</c>, whose exception such a jump may swallow: so a limit on steps ends in the next turn for good.
    /// </summary>
    private void Finally(int depth)
    {
        Line(depth, "try:");
        Block(depth + 1);
        Line(depth, "finally:");
        Block(depth + 1);
        if (random.Next(2) == 0)
        {
            Line(depth + 1, $"if {Condition}:");
            Leave(depth + 2);
        }
        else
        {
            Leave(depth + 1);
        }
    }

    private void Leave(int depth)
    {
        var jump = random.Next(3);
        var canJump = loops > 0 && !isInStar;
        Line(depth, jump == 0 && canJump ? "break" : jump == 1 && canJump ? "continue" : isFunction && !isInStar ? "return" : "m()");
    }

    /// <summary>Python refuses jumps out of an <c>except*</c> (PEP 654).</summary>
    private void TryStar(int depth)
    {
        Line(depth, "try:");
        Block(depth + 1);
        for (var i = random.Next(1, 3); i > 0; i--)
        {
            Line(depth, $"except* {Errors[random.Next(3)]}{(random.Next(3) == 0 ? " as " + Name : "")}:");
            var (wasInStar, outerLoops) = (isInStar, loops);
            isInStar = true;
            Block(depth + 1);
            (isInStar, loops) = (wasInStar, outerLoops);
        }

        Else(depth);
        if (random.Next(3) == 0)
        {
            Line(depth, "finally:");
            Block(depth + 1);
        }
    }
}
