using Interleave.Client.Measuring.Loads;
using Interleave.Client.Scenarios.Io;
using Interleave.Client.Tests.Databases;

namespace Interleave.Client.Tests.Scenarios.Io;

/// <summary>Queries, put to a real server.</summary>
[Collection(TrialsCollection.Name)]
public sealed class QueryContract(Trials trials, PostgresServer server) : IClassFixture<PostgresServer>
{
    public static TheoryData<string> Models => Trials.ModelsOf(new IoScenario());

    private Dictionary<string, string> Texts => new() { ["postgres"] = server.ConnectionString };

    [PostgresTheory]
    [MemberData(nameof(Models))]
    public async Task Every_model_reads_the_rows_that_it_asked_for(string model)
    {
        (string, double)[] small = [("delay", 20), ("spread", 0), ("operations", 24), ("concurrency", 8), ("connections", 6)];
        var outcome = await trials.RunAsync(new IoScenario(), "query 20ms", model, Texts, new TrialRecorder(), CancellationToken.None, small);

        Assert.All(outcome.Expectations, answer => Assert.True(answer.Ok, answer.ToString()));
        Assert.Contains(outcome.Expectations, answer => answer is { Name: "answers to what was asked", Expected: 24 });
        Assert.True(outcome.Recorder.Operations.Latency.Percentile(0.01) >= 0.020);
    }

    [PostgresTheory]
    [MemberData(nameof(Models))]
    public async Task A_cancelled_trial_ends_while_the_database_sleeps(string model)
    {
        using var cancellation = new CancellationTokenSource();
        var recorder = new TrialRecorder();
        (string, double)[] endless = [("delay", 20_000), ("operations", 2), ("concurrency", 2)];
        var trial = trials.RunAsync(new IoScenario(), "query 20000ms", model, Texts, recorder, cancellation.Token, endless);
        SpinWait.SpinUntil(() => recorder.Counts.Started == 2 || trial.IsCompleted);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => trial.WaitAsync(TimeSpan.FromSeconds(10)));
        Assert.Equal(0, recorder.Counts.Completed);
    }
}
