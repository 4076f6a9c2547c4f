namespace PyLint.Sharp.Semantics.Tests.Specs;

/// <summary><c># hashable: no ([2] is a list)</c>: whether the value of the line can be hashed; for no, what in it can't.</summary>
internal sealed class HashableKind : ISpecKind
{
    public string Word => "hashable";

    public string Ask(SpecLine line, string expected) => line.Model.HashOf(line.Model.TypeOf(RevealedKind.ValueOf(line))) switch
    {
        { Answer: Answer.No, Path: "" } => "no",
        { Answer: Answer.No } answer => $"no ({answer.Path} is a {answer.Offender!.Name})",
        var answer => answer.Answer.ToString().ToLowerInvariant(),
    };
}
