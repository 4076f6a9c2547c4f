using System.Globalization;
using System.Text.Json.Nodes;
using PyLint.Sharp.Configuration.Documents;

namespace PyLint.Sharp.Configuration.Settings;

/// <summary>A time in seconds, whole or not.</summary>
public sealed record SecondsType() : SettingType<TimeSpan>("seconds, like 10 or 0.5")
{
    private const double Most = 1_000_000;

    /// <inheritdoc/>
    public override bool TryRead(TomlKey key, TomlValue value, ReadContext context, out TimeSpan result)
    {
        ArgumentNullException.ThrowIfNull(context);
        var seconds = value switch
        {
            TomlInteger whole => whole.Value,
            TomlFloat broken => broken.Value,
            _ => 0.0,
        };
        if (value is not (TomlInteger or TomlFloat))
        {
            result = default;
            return Refuse(key, value, context);
        }

        return TryMake(seconds, out result) || Report(key, context);
    }

    /// <summary>Reads a word of the command line.</summary>
    public static bool TryParse(string word, out TimeSpan result)
    {
        var isNumber = double.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds);
        return TryMake(isNumber ? seconds : 0, out result);
    }

    /// <inheritdoc/>
    public override string Show(TimeSpan value) => value.TotalSeconds.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "number", ["exclusiveMinimum"] = 0, ["maximum"] = Most };

    private static bool TryMake(double seconds, out TimeSpan result)
    {
        var isTime = seconds is > 0 and <= Most;
        result = isTime ? TimeSpan.FromSeconds(seconds) : default;
        return isTime;
    }

    private bool Report(TomlKey key, ReadContext context)
    {
        context.Report(key.Span, $"`{key.Text}` must be {Name}, more than none and at most a million");
        return false;
    }
}

/// <summary>A number of bytes, or of what its suffix stands for: 500k, 10M, 10MB and 10MiB count by 1024.</summary>
public sealed record SizeType() : SettingType<int>("a size below 2 GiB, like \"500k\" or \"10M\"")
{
    /// <inheritdoc/>
    public override bool TryRead(TomlKey key, TomlValue value, ReadContext context, out int result)
    {
        ArgumentNullException.ThrowIfNull(context);
        result = default;
        var text = value switch
        {
            TomlString word => word.Value,
            TomlInteger bytes => bytes.Value.ToString(CultureInfo.InvariantCulture),
            _ => null,
        };
        if (text is null)
        {
            return Refuse(key, value, context);
        }

        if (TryParse(text, out result))
        {
            return true;
        }

        context.Report(value.Span, $"`{key.Text}` must be {Name}, not `{text}`");
        return false;
    }

    /// <summary>Reads a word, of the command line too.</summary>
    public static bool TryParse(string word, out int result)
    {
        ArgumentNullException.ThrowIfNull(word);
        var number = word[..(word.AsSpan().LastIndexOfAnyInRange('0', '9') + 1)];
        var shift = word[number.Length..].ToUpperInvariant() switch
        {
            "" or "B" => 0,
            "K" or "KB" or "KIB" => 10,
            "M" or "MB" or "MIB" => 20,
            "G" or "GB" or "GIB" => 30,
            _ => -1,
        };
        var isSize = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && shift >= 0 && count > 0 && (long)count << shift <= Array.MaxLength;
        result = isSize ? count << shift : 0;
        return isSize;
    }

    /// <inheritdoc/>
    public override string Show(int value) =>
        value % (1 << 20) == 0 ? Quote($"{value >> 20}M") : value % (1 << 10) == 0 ? Quote($"{value >> 10}k") : value.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = new JsonArray("string", "integer"), ["minimum"] = 1, ["pattern"] = "^[0-9]+([kKmMgG]([iI]?[bB])?|[bB])?$" };
}

/// <summary>A whole number from 1 on; <see cref="NoLimit"/> stands for none.</summary>
public sealed record CountType() : SettingType<int>("a whole number from 1 on, or \"none\"")
{
    /// <summary>More than there can be of anything.</summary>
    public const int NoLimit = int.MaxValue;

    private const string None = "none";

    /// <inheritdoc/>
    public override bool TryRead(TomlKey key, TomlValue value, ReadContext context, out int result)
    {
        ArgumentNullException.ThrowIfNull(context);
        result = default;
        var word = value switch
        {
            TomlString text => text.Value,
            TomlInteger whole => whole.Value.ToString(CultureInfo.InvariantCulture),
            _ => null,
        };
        if (word is null)
        {
            return Refuse(key, value, context);
        }

        if (TryParse(word, out result))
        {
            return true;
        }

        context.Report(value.Span, $"`{key.Text}` must be {Name}, not `{word}`");
        return false;
    }

    /// <summary>Reads a word of the command line.</summary>
    public static bool TryParse(string word, out int result)
    {
        result = NoLimit;
        return word == None || (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out result) && result > 0);
    }

    /// <inheritdoc/>
    public override string Show(int value) => value == NoLimit ? Quote(None) : value.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override JsonObject Schema() =>
        new() { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = NoLimit }, new JsonObject { ["const"] = None }) };
}
