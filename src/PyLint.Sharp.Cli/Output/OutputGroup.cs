using PyLint.Sharp.Cli.Checking;
using PyLint.Sharp.Reporting;
using PyLint.Sharp.Reporting.Ci;

namespace PyLint.Sharp.Cli.Output;

/// <summary>All that one run writes: each report to its target, and what a build server gets unasked.</summary>
internal sealed class OutputGroup : IDisposable
{
    private readonly Host host;
    private readonly CiEnvironment ci;
    private readonly bool isFilter;
    private readonly List<OutputTarget> targets = [];
    private readonly List<IReporter> reporters = [];

    /// <summary>Opens the targets.</summary>
    /// <param name="settings">What is asked for.</param>
    /// <param name="isFilter">True when standard output is taken by fixed text.</param>
    /// <param name="host">The outside world.</param>
    /// <exception cref="UsageException">There can be no such file.</exception>
    public OutputGroup(CheckSettings settings, bool isFilter, Host host)
    {
        (this.host, this.isFilter) = (host, isFilter);
        ci = new CiEnvironment(host);
        try
        {
            foreach (var request in settings.Outputs)
            {
                Add(request);
            }

            AddGitHub(settings);
        }
        catch
        {
            Dispose();
            throw;
        }

        WantsHashes = settings.Outputs.Any(request => ReporterFactory.WantsHashes(request.Format));
        Reporter = reporters is [var only] ? only : new ReporterGroup(reporters);
    }

    public IReporter Reporter { get; }

    public bool WantsHashes { get; }

    /// <summary>Says that all results are written.</summary>
    public void Complete() => targets.ForEach(target => target.Complete());

    public void Dispose() => targets.ForEach(target => target.Dispose());

    private void Add(OutputRequest request)
    {
        var standard = isFilter ? OutputTarget.Error : (Func<Host, OutputTarget>)OutputTarget.Standard;
        var target = Open(request.Path is { } path ? OutputTarget.File(path, request.ShownPath!) : standard(host));
        var reporter = Limited(request, ReporterFactory.Create(request, target, ci, host.IsOutputTerminal && request.Path is null));
        var isGuarded = ci.IsGitHub && request.Path is null && ReporterFactory.HasForeignLines(request.Format);
        reporters.Add(isGuarded
            ? new GuardedTextReporter(reporter, target.Text, CiEnvironment.NewSecret()) { IsForPatch = request.Format == ReporterFactory.Diff }
            : reporter);
    }

    private IReporter Limited(OutputRequest request, IReporter reporter) => request is { MostFindings: { } most, Format: not (ReporterFactory.Diff or ReporterFactory.Silent) }
        ? new LimitedReporter(reporter, most)
        {
            Warn = ReporterFactory.CountsTheRest(request.Format)
                ? null
                : left => ci.Warn($"`{request.Format}` has the first {most} findings and lacks {left}; --max-diagnostics none shows all"),
        }
        : reporter;

    /// <summary>Where nobody said which format, the build server gets its own beside the text.</summary>
    private void AddGitHub(CheckSettings settings)
    {
        var isAsked = settings.Outputs.Any(request => request.Format == ReporterFactory.GitHub);
        var isUnasked = ci.IsGitHub && !isFilter && !settings.IsFormatChosen && settings.Outputs is [{ Path: null, Format: ReporterFactory.Full }];
        if (isUnasked)
        {
            var request = settings.Outputs[0] with { Format = ReporterFactory.GitHub, MostFindings = settings.Outputs[0].MostForPrograms };
            reporters.Add(Limited(request, ReporterFactory.Create(request, targets[0], ci, isForTerminal: false)));
        }

        if ((isAsked || isUnasked) && ci.StepSummaryPath is { } path)
        {
            AddSummary(path);
        }
    }

    /// <summary>In a container the variable may name a file that is not there: no reason to check nothing.</summary>
    private void AddSummary(string path)
    {
        try
        {
            var target = Open(OutputTarget.Append(path));
            reporters.Add(new StepSummaryReporter(target.Stream, ci.Paths, StepSummaryReporter.MostBytes - target.Length));
        }
        catch (UsageException exception)
        {
            host.Say("warning", exception.Message);
        }
    }

    private OutputTarget Open(OutputTarget target)
    {
        targets.Add(target);
        return target;
    }
}
