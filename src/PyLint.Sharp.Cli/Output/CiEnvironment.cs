using PyLint.Sharp.Reporting;

namespace PyLint.Sharp.Cli.Output;

/// <summary>What a build server tells the programs that it starts.</summary>
internal sealed class CiEnvironment(Host host)
{
    public bool IsGitHub { get; } = host.Environment("GITHUB_ACTIONS") == "true";

    /// <summary>True for Azure and TeamCity, which obey what stands anywhere in a line and can't be told not to.</summary>
    public bool ObeysLines { get; } = host.Environment("TF_BUILD") is { Length: > 0 } || host.Environment("TEAMCITY_VERSION") is { Length: > 0 };

    /// <summary>The file that GitHub shows on the page of the run; null where there is none.</summary>
    public string? StepSummaryPath => IsGitHub && host.Environment("GITHUB_STEP_SUMMARY") is { Length: > 0 } path ? path : null;

    public RepositoryPaths Paths { get; } = new(
        host.CurrentDirectory,
        host.Environment("GITHUB_WORKSPACE") is { Length: > 0 } workspace ? workspace : host.Environment("CI_PROJECT_DIR"));

    /// <summary>Tells whoever looks at the log of the server.</summary>
    public void Warn(string message) => host.Say("warning", message);

    /// <summary>A word that no checked file can know.</summary>
    public static string NewSecret() => Guid.NewGuid().ToString("N");
}
