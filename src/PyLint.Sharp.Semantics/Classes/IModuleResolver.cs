namespace PyLint.Sharp.Semantics.Classes;

/// <summary>Finds the models of other files that a file imports, so that classes can be followed from one file into another.</summary>
public interface IModuleResolver
{
    /// <summary>The model of a module; null for a module outside of the submission. Must give the same model each time.</summary>
    /// <param name="name">Its dotted name as the importing file writes it; a relative one starts with its dots.</param>
    /// <param name="importer">The file that imports it.</param>
    SemanticModel? Find(string name, SemanticModel importer);
}
