namespace PyLint.Sharp.Rules.Functions.Shadowing;

/// <summary>Names that say what people usually keep in a variable with a built-in's name.</summary>
internal static class BetterNames
{
    /// <summary>One or two names in back-ticks; null where nothing is usual.</summary>
    public static string? For(string builtin) => builtin switch
    {
        "list" or "tuple" or "set" => "`items`, or what the items are",
        "dict" or "map" => "what it leads to, such as `price_by_name`",
        "str" => "`text`",
        "sum" => "`total`",
        "max" => "`largest`",
        "min" => "`smallest`",
        "len" => "`length`",
        "input" => "`text` or `answer`",
        "id" => "whose id it is, such as `user_id`",
        "type" => "`kind`",
        "int" or "float" or "complex" => "`number`",
        "next" => "`following`",
        "iter" => "`iterator`",
        "dir" => "`folder`, or `direction`",
        "all" => "`everything`, or what is in it",
                "range" => "`bounds`",
        "hash" => "`digest`",
        "object" => "what the object is",
        "vars" => "`settings`",
        "filter" => "`keep`",
        "format" => "`layout`",
        _ => null,
    };
}
