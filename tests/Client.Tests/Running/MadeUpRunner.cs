using Interleave.Client.IoServer;
using Interleave.Client.Planning;
using Interleave.Client.Records;
using Interleave.Client.Running;
using Interleave.Client.Tests.Measuring;
using Interleave.Client.Tests.Planning;

namespace Interleave.Client.Tests.Running;

/// <summary>Carries out plans with made-up workers, in a folder of their own.</summary>
public sealed class MadeUpRunner : IDisposable
{
    internal const int Models = 2;

    /// <summary>A trial of each variant on each model.</summary>
    internal const int Pairs = 3 * Models;

    private static readonly string[] Names = ["hot", "warm", "cold"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("interleave-test-");
    private RunJournal? _journal;

    internal string Folder => _folder.FullName;

    internal RunJournal Journal => _journal ?? throw new InvalidOperationException("Nothing has run.");

    internal Run Run => Journal.Run;

    /// <summary>Round, variant and model of the recorded trials, in their order.</summary>
    internal IReadOnlyList<string> Order => [.. Run.Trials.Select(trial => $"{trial.Round} {trial.Variant} {trial.Model}")];

    internal Task RunAsync(
        MadeUpWorkers workers,
        int seed = 1,
        int rounds = 2,
        int launches = 1,
        string? cores = null,
        bool sequential = false,
        Action<RunProgress>? progress = null,
        Func<bool>? serverLives = null,
        CancellationToken cancellation = default)
    {
        var scenario = new MadeUpScenario("tea") { Trials = [.. Names.Select(name => new MadeUpVariant { Name = name, HasSequential = sequential })] };
        var plan = new Planner([scenario]).Plan(new PlanRequest(["tea"]) { Seed = $"{seed}", Rounds = $"{rounds}", Launches = $"{launches}", Cores = cores });
        _journal = new RunJournal(
            Folder,
            new Run(Run.CurrentSchema, "id", DateTimeOffset.UnixEpoch, null, Complete: false, EnvironmentProbe.Read(), plan.Plan, [], [], [], [], []),
            new VirtualTime());
        var reporter = new ProgressReporter(new Watcher(progress ?? (_ => { })), plan.ExpectedTrials);
        var source = new WorkerSource(
            workers, new Assignments(plan, new Uri("http://localhost"), cluster: null), new MadeUpServer(serverLives ?? (() => true)));
        return new Runner(plan, source, _journal, reporter).RunAsync(cancellation);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private sealed class Watcher(Action<RunProgress> report) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => report(value);
    }

    private sealed class MadeUpServer(Func<bool> lives) : IIoServer
    {
        public bool Lives => lives();

        public Task KeepSpansAsync(CancellationToken cancellation) => Task.CompletedTask;

        public Task DropSpansAsync(CancellationToken cancellation) => Task.CompletedTask;
    }
}
