using Interleave.Client.Models;
using Interleave.Client.Planning;
using Interleave.Client.Records;
using Interleave.Client.Running;
using Interleave.Client.Scenarios;
using Interleave.Client.Tests.Planning;

namespace Interleave.Client.Tests.Running;

/// <summary>Carries out plans of made-up trials, in a real laboratory without silos and a folder of their own.</summary>
public sealed class MadeUpRunner : IAsyncLifetime, IDisposable
{
    private static readonly string[] Names = ["hot", "warm", "cold"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("interleave-test-");
    private Laboratory? _laboratory;
    private RunJournal? _journal;

    internal string Folder => _folder.FullName;

    internal RunJournal Journal => _journal ?? throw new InvalidOperationException("Nothing has run.");

    /// <summary>Model and variant of the recorded trials, in their order.</summary>
    internal IEnumerable<string> Order => Journal.Run.Trials.Select(trial => $"{trial.Round} {trial.Variant} {trial.Model}");

    public async Task InitializeAsync() => _laboratory = await Laboratory.StartAsync(startCluster: null, new Dictionary<string, string?>(), CancellationToken.None);

    internal async Task RunAsync(
        Func<Model, CancellationToken, Task<Observation>> outcome,
        int seed = 1,
        int rounds = 2,
        Action<RunProgress>? progress = null,
        TimeProvider? clock = null,
        CancellationToken cancellation = default)
    {
        var scenario = new MadeUpScenario("tea") { Trials = [.. Names.Select(name => new MadeUpVariant { Name = name, Outcome = outcome })] };
        var plan = new Planner([scenario]).Plan(new PlanRequest(["tea"]) { Seed = $"{seed}", Rounds = $"{rounds}" });
        _journal = new RunJournal(Folder, new Run(
            Run.CurrentSchema, "id", DateTimeOffset.UnixEpoch, null, Complete: false, EnvironmentProbe.Read(), plan.Plan, [], [], [], [], []));
        var reporter = new ProgressReporter(new Watcher(progress ?? (_ => { })), plan.TrialsPerRound * plan.Plan.Rounds);
        await new Runner(plan, new TrialRunner(_laboratory!, clock ?? TimeProvider.System), _journal, reporter).RunAsync(cancellation);
    }

    public async Task DisposeAsync()
    {
        if (_laboratory is not null)
        {
            await _laboratory.DisposeAsync();
        }
    }

    public void Dispose()
    {
        if (_folder.Exists)
        {
            _folder.Delete(recursive: true);
            _folder.Refresh();
        }
    }

    private sealed class Watcher(Action<RunProgress> report) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => report(value);
    }
}
