using PyLint.Sharp.Semantics.Knowledge;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Types;

/// <summary>Which <c>datetime</c> objects know their time zone (library reference, "Aware and Naive Objects").</summary>
internal static class DatetimeCalls
{
    private const string Datetime = "datetime.datetime";

    /// <summary>What calling the class or a class method gives; null for any other function.</summary>
    public static PyType? Of(string name, Call call) => name switch
    {
        Datetime => Make(Argument(call, 7, "tzinfo")),
        Datetime + ".now" => Make(Argument(call, 0, "tz")),
        Datetime + ".fromtimestamp" => Make(Argument(call, 1, "tz")),
        Datetime + ".utcnow" or Datetime + ".utcfromtimestamp" or Datetime + ".today" => Make(Answer.No),
        Datetime + ".strptime" => Make(call.Args is [_, Constant { Value: string format }] ? HasZone(format) : Answer.Unknown),
        Datetime + ".fromisoformat" or Datetime + ".combine" or Datetime + ".fromordinal" => Make(Answer.Unknown),
        _ => null,
    };

    /// <summary>What a method of an instance gives; null where the time zone has no part in it.</summary>
    public static PyType? OfMethod(PyType receiver, string method, Call call) => (receiver.Library?.QualifiedName, method) switch
    {
        (Datetime, "astimezone") => Make(Answer.Yes),
        (Datetime, "replace") => receiver.WithAwareness(HasKeyword(call, "tzinfo") || call.Args.Length > 7 ? Argument(call, 7, "tzinfo") : HasKeyword(call, null) ? Answer.Unknown : receiver.IsAware),
        _ => null,
    };

    private static PyType Make(Answer isAware) => PyType.Instance(StandardLibrary.FindClass(Datetime)!, isAware: isAware);

    private static Answer HasZone(string format) => format.Contains("%z", StringComparison.Ordinal) ? Answer.Yes : Answer.No;

    /// <summary>Whether an argument is given and not <c>None</c>.</summary>
    private static Answer Argument(Call call, int position, string name)
    {
        var given = call.Args.Length > position ? call.Args[position] : null;
        foreach (var argument in call.Args)
        {
            if (argument is Starred)
            {
                return Answer.Unknown;
            }
        }

        foreach (var keyword in call.Keywords)
        {
            if (keyword.Name is null)
            {
                return Answer.Unknown;
            }

            given = keyword.Name?.Text == name ? keyword.Value : given;
        }

        return given switch
        {
            null or Constant { Value: null } => Answer.No,
            Call or Attribute { Attr.Text: "utc" or "UTC" } => Answer.Yes,
            _ => Answer.Unknown,
        };
    }

    private static bool HasKeyword(Call call, string? name)
    {
        foreach (var keyword in call.Keywords)
        {
            if (keyword.Name?.Text == name)
            {
                return true;
            }
        }

        return false;
    }
}
