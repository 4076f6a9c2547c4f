using PyLint.Sharp.Analysis;
using PyLint.Sharp.Cli.Checking;
using PyLint.Sharp.Cli.Files;
using PyLint.Sharp.Reporting;

namespace PyLint.Sharp.Cli.Changes;

/// <summary>
/// Keeps the findings on lines that were added or edited. Files without such lines are not even parsed. What the engine says about a
/// changed file is always kept: it says that findings may be missing.
/// </summary>
/// <param name="request">Since when, and which state of the files.</param>
/// <param name="host">The outside world.</param>
internal sealed class ChangeStage(ChangeRequest request, Host host) : IRunStage
{
    private readonly Dictionary<string, ChangedLines> changes = new(StringComparer.Ordinal);

    public IReadOnlyList<SourceFile> Choose(IReadOnlyList<SourceFile> files, FileChoice choice)
    {
        using var repository = new GitRepository(host, request.Option);
        var before = repository.Tree(request.Revision) ?? (request.IsRevisionNamed ? throw Unknown() : []);
        var index = request.IsStaged ? repository.Index() : null;
        using var changed = new ChangedFiles(repository, before, path => index is null ? !File.Exists(Path.Combine(repository.Root, path)) : !index.ContainsKey(path));
        if (index is null)
        {
            AddWritten(changed, repository, before, files);
        }
        else
        {
            AddStaged(changed, repository, before, index, StagedFiles.Among(files, index, repository, request, choice, host.CurrentDirectory));
        }

        var chosen = new List<SourceFile>();
        foreach (var (file, lines) in changed.Compare())
        {
            changes[file.FullPath!] = lines;
            chosen.Add(file);
        }

        return chosen;
    }

    public FileReport Apply(FilePlan plan, FileReport report)
    {
        var lines = changes[plan.File.FullPath!];
        var isKept = report.Diagnostics.ToLookup(IsKept);
        var isKeptSilent = report.Suppressed.ToLookup(IsKept);
        var isKeptKnown = report.Known?.ToLookup(IsKept);
        return report with
        {
            Diagnostics = [.. isKept[true]],
            Suppressed = [.. isKeptSilent[true]],
            Known = isKeptKnown is null ? null : [.. isKeptKnown[true]],
            LeftOut = [.. isKept[false], .. isKeptSilent[false], .. isKeptKnown?[false] ?? []],
        };

        bool IsKept(Diagnostic diagnostic) =>
            diagnostic.Descriptor.Area == SkillArea.Engine || lines.Touches(report.Notebook?.InFile(diagnostic) ?? diagnostic, report.Stored);
    }

    public bool Finish() => false;

    /// <summary>Files on disk that differ from the commit. What git doesn't track is new.</summary>
    private void AddWritten(ChangedFiles changed, GitRepository repository, Dictionary<string, GitBlob> before, IReadOnlyList<SourceFile> files)
    {
        using var lineEnds = repository.NewLineEnds();
        var submodules = before.Where(file => file.Value.IsRepository).Select(file => file.Key + '/').ToList();
        foreach (var file in files)
        {
            var path = PathOf(repository, file);
            var old = Of(before, path);
            if (old is { } known ? known.Mode == "120000" : submodules.Exists(place => path.StartsWith(place, StringComparison.Ordinal)))
            {
                // The lines of a link's target, and of another repository, have a history of their own.
                continue;
            }

            var content = file.Problem is null ? FileReader.Read(file.FullPath!).Bytes : null;
            changed.Add(file with { Bytes = content }, path, content is null ? null : lineEnds.Stored(path, content));
        }
    }

    /// <summary>Files in the index that differ from the last commit, with what is staged as their content.</summary>
    private void AddStaged(
        ChangedFiles changed, GitRepository repository, Dictionary<string, GitBlob> before, Dictionary<string, GitBlob> index, IEnumerable<SourceFile> files)
    {
        foreach (var file in files)
        {
            var path = PathOf(repository, file);
            var old = Of(before, path);
            if (Of(index, path) is not { IsFile: true } blob || old?.Id == blob.Id)
            {
                continue;
            }

            var content = repository.Content(blob);
            var problem = content is null ? $"what is staged is longer than {FileReader.MostBytes >> 20} MiB" : null;
            changed.Add(file with { Bytes = content, Problem = problem }, path, content);
        }
    }

    private static GitBlob? Of(Dictionary<string, GitBlob> files, string path) => files.TryGetValue(path, out var blob) ? blob : null;

    private string PathOf(GitRepository repository, SourceFile file) => file.FullPath is null
        ? throw new UsageException($"`{request.Option}` compares files; standard input has no earlier state")
        : repository.PathOf(file.FullPath)
            ?? throw new UsageException($"`{request.Option}` can't tell what changed in `{file.ShownPath}`: it is outside of the repository `{repository.Root}`");

    private UsageException Unknown() =>
        new($"git knows no commit `{request.Revision}`; a shallow clone lacks most of them, and needs `git fetch` before");
}
