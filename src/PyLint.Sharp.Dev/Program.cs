using PyLint.Sharp.Dev;

const string usage = """
    Commands for whoever works on PyLint.Sharp; run as `dotnet run --project src/PyLint.Sharp.Dev -- COMMAND`.

      generate-nodes                     write the node classes again from grammars/PythonNodes.schema
      generate-schema                    write the JSON Schema of the configuration again
      new-rule NAME CODE [--area AREA]   write src/PyLint.Sharp.Rules/AREA/NAME.cs, to be filled in
    """;

try
{
    switch (args)
    {
        case ["generate-nodes"]:
            GenerateNodes.Run(Checkout.Find());
            Console.WriteLine($"wrote {GenerateNodes.Output}");
            return 0;
        case ["generate-schema"]:
            GenerateSchema.Run(Checkout.Find());
            Console.WriteLine($"wrote {GenerateSchema.Output}");
            return 0;
        case ["new-rule", var name, var code]:
            Console.WriteLine($"wrote {NewRule.Run(Checkout.Find(), name, code, null)}");
            return 0;
        case ["new-rule", var name, var code, "--area", var area]:
            Console.WriteLine($"wrote {NewRule.Run(Checkout.Find(), name, code, area)}");
            return 0;
        case ["--help" or "-h" or "help"]:
            Console.WriteLine(usage);
            return 0;
        default:
            Console.Error.WriteLine(usage);
            return 2;
    }
}
catch (Exception exception) when (exception is ArgumentException or FormatException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"error: {exception.Message}");
    return 2;
}
