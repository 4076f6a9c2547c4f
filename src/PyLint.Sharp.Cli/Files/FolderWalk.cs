using System.Diagnostics.CodeAnalysis;
using PyLint.Sharp.Cli.Files.Ignoring;

namespace PyLint.Sharp.Cli.Files;

/// <summary>The folders that a walk has still to enter.</summary>
/// <param name="root">Where it starts.</param>
/// <param name="scope">The ignore files that hold there.</param>
/// <param name="followsLinks">True when links may lead back to where the walk has been; then each folder is entered once.</param>
internal sealed class FolderWalk(string root, IgnoreScope? scope, bool followsLinks)
{
    private readonly Stack<(string Folder, IgnoreScope? Scope)> folders = new([(root, scope)]);
    private readonly Queue<(string Folder, IgnoreScope? Scope)> links = new();
    private readonly HashSet<FileIdentity> entered = [];

    public string Root => root;

    /// <summary>The links to folders that were entered.</summary>
    public List<string> EnteredLinks { get; } = [];

    /// <summary>Puts a folder off. Links wait for all folders, so that what lies in the tree is called by its own path.</summary>
    public void Add(string folder, IgnoreScope? itsScope, bool isLink)
    {
        if (isLink)
        {
            links.Enqueue((folder, itsScope));
        }
        else
        {
            folders.Push((folder, itsScope));
        }
    }

    /// <summary>The next folder; false at the end.</summary>
    public bool TryNext([NotNullWhen(true)] out string? folder, out IgnoreScope? itsScope)
    {
        while (true)
        {
            var isLink = !folders.TryPop(out var next);
            if (isLink && !links.TryDequeue(out next))
            {
                (folder, itsScope) = (null, null);
                return false;
            }

            if (!followsLinks || entered.Add(FileKinds.IdentityOf(next.Folder)))
            {
                if (isLink)
                {
                    EnteredLinks.Add(next.Folder);
                }

                (folder, itsScope) = next;
                return true;
            }
        }
    }
}
