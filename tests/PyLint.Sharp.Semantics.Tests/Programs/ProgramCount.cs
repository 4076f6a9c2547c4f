using System.Globalization;

namespace PyLint.Sharp.Semantics.Tests.Programs;

/// <summary>How many programs a comparison with Python runs: <c>PYLINT_SHARP_PROGRAMS</c> sets it for all.</summary>
internal static class ProgramCount
{
    public static int Of(int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable("PYLINT_SHARP_PROGRAMS"), CultureInfo.InvariantCulture, out var count) ? count : usual;
}
