using System.Text.Json;
using System.Text.Json.Nodes;

namespace PyLint.Sharp.Benchmarks.Peers;

/// <summary>Ruff's wasm build under node, one thread: from text to diagnostics, with those of our aliases that are codes of ruff.</summary>
internal sealed class RuffPeer : WarmPeer
{
    /// <exception cref="System.ComponentModel.Win32Exception">There is no node.</exception>
    public RuffPeer(string modules, IEnumerable<string> codes, IEnumerable<string> paths)
        : base(
            "node",
            [Path.Combine(AppContext.BaseDirectory, "Peers", "ruff-rounds.cjs")],
            new JsonObject { ["folder"] = modules, ["codes"] = Texts(codes), ["paths"] = Texts(paths.Select(Path.GetFullPath)) }.ToJsonString())
    {
        using var answer = JsonDocument.Parse(Greeting.Length > 0 ? Greeting : """{"missing": "an answer of node"}""");
        if (answer.RootElement.TryGetProperty("missing", out var missing))
        {
            Missing = missing.GetString();
            return;
        }

        Version = answer.RootElement.GetProperty("version").GetString()!;
        Codes = answer.RootElement.GetProperty("codes").GetInt32();
        Failures = answer.RootElement.GetProperty("failures").GetInt32();
    }

    /// <summary>What isn't installed; then nothing can be measured.</summary>
    public string? Missing { get; }

    public string Version { get; } = "";

    /// <summary>How many rules it runs.</summary>
    public int Codes { get; }

    /// <summary>How many files it has no answer for.</summary>
    public int Failures { get; }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode?)JsonValue.Create(text))]);
}
