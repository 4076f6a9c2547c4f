using System.Collections.Immutable;
using System.Text;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Cli.Files;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Cli.Checking;

/// <summary>
/// Finds out from whom a file hides a module of the standard library. That takes reading others before their turn: only where there is such a
/// file, only those that have the module's name in their text, and none that is long.
/// </summary>
internal static class SubmissionImports
{
    /// <summary>The modules, each with the first other file that takes out of it what only the library's module has.</summary>
    public static ImmutableArray<OwnModule> WithImporters(ImmutableArray<OwnModule> modules, IReadOnlyList<SourceFile> files, ImmutableHashSet<string> packages)
    {
        var found = modules.ToBuilder();
        foreach (var file in files)
        {
            var open = Enumerable.Range(0, found.Count).Where(i => found[i] is { Importer: null, Names: not null }).ToList();
            if (open.Count == 0)
            {
                break;
            }

            var folder = Submission.FolderOf(file.ShownPath);
            var inReach = open.FindAll(i => found[i].Path != file.ShownPath && Submission.IsInReach(packages, found[i].Folder, folder));
            if (inReach.Count == 0 || SubmissionReader.BytesOf(file) is not { } bytes || !inReach.Exists(i => bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(found[i].Name)) >= 0)
                || SubmissionReader.ModelOf(bytes) is not { } model)
            {
                continue;
            }

            var uses = LibraryUse.Of(model);
            foreach (var i in inReach)
            {
                if (uses.Any(use => use.Module == found[i].Name && !found[i].Names!.Contains(use.Member) && use.Place.Ancestor<TryStatement>() is null))
                {
                    found[i] = found[i] with { Importer = file.ShownPath };
                }
            }
        }

        return found.DrainToImmutable();
    }
}
