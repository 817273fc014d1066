using System.Diagnostics;
using Interleave.Client.Measuring.Loads;
using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Models;
using Interleave.Client.Planning;
using Interleave.Client.Records;
using Interleave.Client.Scenarios;
using Interleave.Grains.Tracing;

namespace Interleave.Client.Running;

/// <summary>Carries out one trial and writes down what came of it; a failure is a result.</summary>
internal sealed class TrialRunner(Laboratory laboratory, TimeProvider clock)
{
    /// <summary>Beyond this a trial counts as hung: its figures are lost, the run goes on.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly List<Task> _hung = [];

    public async Task<(Trial Trial, IReadOnlyList<Check> Checks)> RunAsync(
        PlannedScenario scenario, IVariant variant, Model model, int round, TimeSpan? sequential, CancellationToken cancellation)
    {
        Forget();
        var recorder = new TrialRecorder
        {
            Tags = new TagList { { TraceNames.Scenario, scenario.Scenario.Name }, { TraceNames.Variant, variant.Name }, { TraceNames.Model, model.Name } },
        };
        var trial = new TrialContext(recorder, laboratory.IoServer, model == Model.Grains ? laboratory.Grains : null, sequential)
        {
            SiloProcesses = laboratory.SiloProcessIds,
        };
        using var limit = new CancellationTokenSource(Limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        Task<Observation>? running = null;
        try
        {
            running = variant.RunAsync(model, trial, either.Token);
            var observation = await running.WaitAsync(either.Token);
            return (
                Describe(observation.Measurements, null),
                [.. observation.Expectations.Concat(laboratory.Losses(model)).Concat(Neighbours()).Select(expectation =>
                    new Check(scenario.Scenario.Name, variant.Name, model.Name, round, expectation.Name, expectation.Expected, expectation.Observed, expectation.Ok))]);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            _hung.AddRange(running is null ? [] : [running]);
            return (Describe([], $"did not end within {Limit.TotalMinutes:0} minutes"), []);
        }
        catch (Exception exception)
        {
            return (Describe([], $"{exception.GetType().Name}: {FirstLine(exception.Message)}"), []);
        }

        Trial Describe(IReadOnlyList<Measurement> measurements, string? error) => new(
            scenario.Scenario.Name,
            variant.Name,
            model.Name,
            round,
            variant.Parameters,
            measurements.Where(measurement => double.IsFinite(measurement.Value)).ToDictionary(measurement => measurement.Metric.Name, measurement => measurement.Value),
            recorder.Counts,
            error ?? (recorder.FirstFailure is { } failure ? $"first failed operation: {FirstLine(failure.Message)}" : null))
        {
            Distributions = LatencyDistributions.Of(recorder),
            Series = recorder.AllSeries.ToDictionary(series => series.Key, series => series.Value.ToRecord()) is { Count: > 0 } series ? series : null,
        };
    }

    /// <summary>A hung trial that does not heed its cancellation works on beside those that follow, and spoils them.</summary>
    private IEnumerable<Expectation> Neighbours() =>
        _hung.Count(trial => !trial.IsCompleted) is > 0 and var busy ? [Expectation.Equal("hung trials beside this one", 0, busy)] : [];

    /// <summary>Some libraries put the whole stack into a message.</summary>
    private static string FirstLine(string message) => message.AsSpan().TrimStart().EnumerateLines() is var lines && lines.MoveNext() ? lines.Current.ToString() : "";

    /// <summary>Leaves no garbage of the last trial for this one to collect.</summary>
    private static void Forget()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }
}
