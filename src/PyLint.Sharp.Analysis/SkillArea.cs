namespace PyLint.Sharp.Analysis;

/// <summary>The areas that an interview probes, and what surrounds them; the number is the hundreds digit of a rule's code.</summary>
public enum SkillArea
{
    /// <summary>Parsing, reading and running: not a rule area, its diagnostics are always on.</summary>
    Engine = 0,

    /// <summary>Built-in types, mutability and hashing.</summary>
    DataTypes = 1,

    /// <summary>Control flow and exceptions.</summary>
    ControlFlow = 2,

    /// <summary>Functions, scope (LEGB) and closures.</summary>
    Functions = 3,

    /// <summary>Object-oriented design.</summary>
    ObjectOriented = 4,

    /// <summary>Fluency in the standard library.</summary>
    StandardLibrary = 5,

    /// <summary>What any Python program needs: names, statements, comparisons.</summary>
    Foundations = 6,

    /// <summary>What makes a submission presentable: tests, documentation, no secrets.</summary>
    Submission = 7,

    /// <summary>The comments that silence findings.</summary>
    Suppressions = 9,
}
