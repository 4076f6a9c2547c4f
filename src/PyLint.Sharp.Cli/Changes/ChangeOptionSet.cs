using System.CommandLine;
using PyLint.Sharp.Cli.Fixing;
using PyLint.Sharp.Cli.Verbs;

namespace PyLint.Sharp.Cli.Changes;

/// <summary>The options that say which lines count.</summary>
internal sealed class ChangeOptionSet
{
    private readonly ValueOption since = Values.Option("--since", "--diff-base");
    private readonly Option<bool> staged = new("--staged");

    public IReadOnlyList<Option> Options => [since, staged];

    /// <summary>What leaves unchanged lines out; null where all lines count.</summary>
    /// <exception cref="UsageException">The options contradict each other.</exception>
    public ChangeStage? Read(ParseResult parsed, Host host, IReadOnlyList<string> paths, FixSettings fixes)
    {
        var (revision, isStaged) = (parsed.Last(since), parsed.GetValue(staged));
        if (revision is null && !isStaged)
        {
            return null;
        }

        var option = isStaged ? staged.Name : since.Name;
        if (isStaged && revision is not null)
        {
            throw new UsageException($"`{staged.Name}` compares with the last commit, so it doesn't go with `{since.Name}`");
        }

        if (fixes.Mode != FixMode.Off)
        {
            throw new UsageException($"`{option}` doesn't go with fixes, which would change other lines too");
        }

        // To git, a hyphen begins an option.
        return revision is not null && (revision.Length == 0 || revision[0] == '-' || revision.Any(char.IsControl))
            ? throw new UsageException($"`{option}` takes a commit, branch or tag, not `{revision}`")
            : new ChangeStage(new ChangeRequest(option, revision ?? "HEAD", isStaged, paths), host);
    }
}
