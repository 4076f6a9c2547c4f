using System.Text;
using System.Text.Json;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Analysis.Notebooks;

/// <summary>
/// Reads what of a notebook decides about its code, with places. The format is nbformat 4 (<c>nbformat.v4</c>); of a member that is
/// there twice the last counts, as for Python's <c>json</c>.
/// </summary>
internal ref struct NotebookScan(ReadOnlySpan<byte> json)
{
    /// <summary>Outputs may be nested as deeply as somebody's data; they are skipped without recursion.</summary>
    private const int MostDepth = 1_000_000;

    private readonly ReadOnlySpan<byte> json = json;
    private Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = MostDepth });

    /// <summary>The cells; null where there is no such member.</summary>
    public List<ScannedCell>? Cells { get; private set; }

    /// <summary>The major version of the format; null where nothing says it.</summary>
    public int? Format { get; private set; }

    /// <summary>Where the version stands.</summary>
    public TextSpan FormatPlace { get; private set; }

    /// <summary>The language that the kernel says it speaks.</summary>
    public string? LanguageInfo { get; private set; }

    /// <summary>The language that the description of the kernel names.</summary>
    public string? KernelLanguage { get; private set; }

    /// <exception cref="JsonException">The text is not JSON.</exception>
    /// <exception cref="NotebookException">It is no notebook.</exception>
    public void Read()
    {
        reader.Read();
        Require(JsonTokenType.StartObject, "a notebook is a JSON object, and this is none");
        while (NextMember())
        {
            if (Enters("cells"u8, JsonTokenType.StartArray, "`cells` of a notebook is a list"))
            {
                ReadCells();
            }
            else if (Enters("metadata"u8, JsonTokenType.StartObject, "`metadata` of a notebook is an object"))
            {
                ReadMetadata();
            }
            else if (Enters("nbformat"u8, JsonTokenType.Number, "`nbformat` of a notebook is a number"))
            {
                Format = reader.TryGetInt32(out var version) ? version : -1;
                FormatPlace = new TextSpan((int)reader.TokenStartIndex, (int)reader.BytesConsumed);
            }
            else
            {
                SkipValue();
            }
        }

        // What stands behind the object is not JSON, and the reader says so.
        reader.Read();
    }

    private void ReadCells()
    {
        Cells = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            Require(JsonTokenType.StartObject, "a cell of a notebook is an object");
            Cells.Add(ReadCell());
        }
    }

    private ScannedCell ReadCell()
    {
        var cell = new ScannedCell();
        while (NextMember())
        {
            if (Enters("cell_type"u8, JsonTokenType.String, "`cell_type` is a string"))
            {
                cell.IsCode = Text() == "code";
            }
            else if (Enters("metadata"u8, JsonTokenType.StartObject, "`metadata` of a cell is an object"))
            {
                ReadCellMetadata(cell);
            }
            else if (Is("source"u8))
            {
                ReadSource(cell);
            }
            else
            {
                SkipValue();
            }
        }

        return cell;
    }

    private void ReadSource(ScannedCell cell)
    {
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        cell.Strings.Clear();
        cell.IsList = reader.TokenType == JsonTokenType.StartArray;
        if (!cell.IsList)
        {
            AddString(cell);
        }
        else
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                AddString(cell);
            }
        }

        cell.Source = new TextSpan(start, (int)reader.BytesConsumed);
    }

    private void AddString(ScannedCell cell)
    {
        Require(JsonTokenType.String, "`source` of a cell is a string or a list of strings");
        var start = (int)reader.TokenStartIndex + 1;
        cell.Strings.Add(new TextSpan(start, start + reader.ValueSpan.Length));
    }

    private void ReadCellMetadata(ScannedCell cell)
    {
        while (NextMember())
        {
            if (!TryEnter("vscode"u8, JsonTokenType.StartObject))
            {
                SkipValue();
                continue;
            }

            while (NextMember())
            {
                cell.Language = StringOr(cell.Language, "languageId"u8);
            }
        }
    }

    private void ReadMetadata()
    {
        while (NextMember())
        {
            if (TryEnter("language_info"u8, JsonTokenType.StartObject))
            {
                while (NextMember())
                {
                    LanguageInfo = StringOr(LanguageInfo, "name"u8);
                }
            }
            else if (TryEnter("kernelspec"u8, JsonTokenType.StartObject))
            {
                while (NextMember())
                {
                    KernelLanguage = StringOr(KernelLanguage, "language"u8);
                }
            }
            else
            {
                SkipValue();
            }
        }
    }

    /// <summary>The value of a member where it has that name and is a string, else what was known; passes the value in any case.</summary>
    private string? StringOr(string? known, ReadOnlySpan<byte> name)
    {
        if (TryEnter(name, JsonTokenType.String))
        {
            return Text();
        }

        SkipValue();
        return known;
    }

    private bool NextMember() => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    /// <summary>Goes on to the value of a member of that name, which must be of that kind.</summary>
    private bool Enters(ReadOnlySpan<byte> name, JsonTokenType kind, string expectation)
    {
        if (!Is(name))
        {
            return false;
        }

        reader.Read();
        Require(kind, expectation);
        return true;
    }

    /// <summary>Goes on to the value of a member of that name where it is of that kind; what decides little may look as it likes.</summary>
    private bool TryEnter(ReadOnlySpan<byte> name, JsonTokenType kind)
    {
        var ahead = reader;
        if (!Is(name) || !ahead.Read() || ahead.TokenType != kind)
        {
            return false;
        }

        reader = ahead;
        return true;
    }

    private void SkipValue()
    {
        reader.Read();
        reader.Skip();
    }

    private readonly void Require(JsonTokenType kind, string expectation)
    {
        if (reader.TokenType != kind)
        {
            throw new NotebookException(expectation, reader.TokenStartIndex);
        }
    }

    private readonly bool Is(ReadOnlySpan<byte> name) => reader.ValueIsEscaped ? Text() == Encoding.UTF8.GetString(name) : reader.ValueSpan.SequenceEqual(name);

    /// <summary>The string or name here. The reader's own method throws for half a surrogate pair.</summary>
    private readonly string Text()
    {
        var text = new StringBuilder();
        foreach (var unit in new JsonUnits(Encoding.UTF8.GetString(json.Slice((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length))))
        {
            text.Append(unit.Value);
        }

        return text.ToString();
    }
}
