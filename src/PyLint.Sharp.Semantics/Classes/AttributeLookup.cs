namespace PyLint.Sharp.Semantics.Classes;

/// <summary>Where an attribute of a class or its instances comes from.</summary>
/// <param name="Exists">
/// Yes when some code or some class of Python binds it (whether that code has run is a question of flow); No when nothing does and
/// nothing may do so unseen; Unknown otherwise.
/// </param>
/// <param name="Owner">The first class of the order that has it.</param>
/// <param name="Attribute">The attribute, where a file binds it.</param>
public readonly record struct AttributeLookup(Answer Exists, ClassReference Owner, ClassAttribute? Attribute)
{
    internal static AttributeLookup Unknown => default;

    internal static AttributeLookup Missing => new(Answer.No, ClassReference.Unknown, null);
}
