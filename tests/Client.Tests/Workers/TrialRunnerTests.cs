using Interleave.Client.Measuring.Machine;
using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Models;
using Interleave.Client.Models.Processes;
using Interleave.Client.Scenarios;
using Interleave.Client.Workers;
using Interleave.Client.Workers.Wire;

namespace Interleave.Client.Tests.Workers;

public sealed class TrialRunnerTests
{
    [Fact]
    public async Task A_failed_operation_leaves_its_message_as_the_error_of_its_trial()
    {
        var done = await RunAsync(trial => trial.Recorder.Operations.Failed(new InvalidOperationException("no answer\nand more")));

        Assert.Equal("first failed operation: no answer", done.Trial.Error);
        Assert.Equal(1, done.Trial.Operations.Failed);
    }

    [Fact]
    public async Task A_failure_that_the_scenario_expected_leaves_none()
    {
        var done = await RunAsync(trial => trial.Recorder.Operations.Failed(new InvalidOperationException("as planned"), expected: true));

        Assert.Equal((null, 1), (done.Trial.Error, done.Trial.Operations.ExpectedFailures));
    }

    [Fact]
    public async Task A_workload_that_fails_leaves_its_kind_and_message_and_no_figures()
    {
        var done = await RunAsync(_ => throw new InvalidOperationException("broken"));

        Assert.Equal("InvalidOperationException: broken", done.Trial.Error);
        Assert.Empty(done.Trial.Metrics);
    }

    private static async Task<WorkerReply.TrialDone> RunAsync(Action<TrialContext> run)
    {
        await using var grains = await GrainAccess.OpenAsync(null, CancellationToken.None);
        await using var processes = new ProcessPools();
        var assignment = new Assignment("tea", "tasks", 1, new Dictionary<string, double>(), new Uri("http://localhost"), null);
        var runner = new TrialRunner(assignment, Model.Tasks, grains, processes, new OwnProcessMeter());
        return await runner.RunAsync(new OneVariant(run), new WorkerOrder.RunTrial("hot", 1, 1, null), CancellationToken.None);
    }

    private sealed class OneVariant(Action<TrialContext> run) : IVariant
    {
        public string Name => "hot";

        public string ComparedWith => Name;

        public bool IsHeadline => true;

        public IReadOnlyDictionary<string, double> Parameters { get; } = new Dictionary<string, double>();

        public int NeedsSilos => 0;

        public IReadOnlyList<Model> Models => Model.All;

        public bool HasSequential => false;

        public TimeSpan? RunSequentially(CancellationToken cancellation) => null;

        public Task<Observation> RunAsync(Model model, TrialContext trial, CancellationToken cancellation)
        {
            run(trial);
            return Task.FromResult(new Observation([new Measurement(CommonMetrics.Time, 1)], []));
        }
    }
}
