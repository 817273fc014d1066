using System.Diagnostics;
using Interleave.Client.Clusters;
using Interleave.Client.Measuring.Latencies;
using Interleave.Client.Measuring.Loads;
using Interleave.Client.Measuring.Machine;
using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Models;
using Interleave.Client.Models.Processes;
using Interleave.Client.Records;
using Interleave.Client.Scenarios;
using Interleave.Client.Workers.Wire;
using Interleave.Grains.Tracing;
using Interleave.Silo;
using Interleave.Silo.Usage;

namespace Interleave.Client.Workers;

/// <summary>Carries out one trial in a worker and writes down what came of it; a failure is a result.</summary>
internal sealed class TrialRunner(Assignment assignment, Model model, GrainAccess grains, ProcessPools processes, ITrialMeter meter)
{
    public Model Model => model;

    public async Task<WorkerReply.TrialDone> RunAsync(IVariant variant, WorkerOrder.RunTrial order, CancellationToken cancellation)
    {
        OwnHeap.Collect();
        await grains.TellAsync(OwnerQuestion.Collect, cancellation);
        processes.BeginTrial();
        var recorder = new TrialRecorder
        {
            Tags = new TagList { { TraceNames.Scenario, assignment.Scenario }, { TraceNames.Variant, variant.Name }, { TraceNames.Model, model.Name } },
        };
        var trial = new TrialContext(recorder, assignment.IoServer, grains.Grains, order.Sequential)
        {
            Meter = meter,
            SiloProcesses = [.. grains.SiloProcesses.OfType<int>()],
            Processes = processes,
            StartLosableSilos = start => LosableCluster.StartAsync(grains.Database, start),
        };
        try
        {
            var observation = await variant.RunAsync(model, trial, cancellation);
            var losses = grains.Losses();
            return new WorkerReply.TrialDone(
                Describe(observation.Measurements, null),
                [.. observation.Expectations.Concat(losses).Select(expectation =>
                    new Check(
                        assignment.Scenario, variant.Name, model.Name, order.Round, expectation.Name, expectation.Expected, expectation.Observed,
                        expectation.Ok))],
                losses.Count == 0);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            return new WorkerReply.TrialDone(Describe([], $"{exception.GetType().Name}: {FirstLine(exception.Message)}"), [], grains.Losses().Count == 0);
        }

        Trial Describe(IReadOnlyList<Measurement> measurements, string? error) => new(
            assignment.Scenario,
            variant.Name,
            model.Name,
            order.Round,
            variant.Parameters,
            measurements.Where(measurement => double.IsFinite(measurement.Value)).ToDictionary(
                measurement => measurement.Metric.Name, measurement => measurement.Value),
            recorder.Counts,
            WhatHappened(error ?? (recorder.FirstFailure is { } failure ? $"first failed operation: {FirstLine(failure.Message)}" : null)))
        {
            Launch = order.Launch,
            Distributions = LatencyDistributions.Of(recorder),
            Series = recorder.AllSeries.ToDictionary(series => series.Key, series => series.Value.ToRecord()) is { Count: > 0 } series ? series : null,
            Circle = recorder.Circle,
        };
    }

    /// <summary>A lost silo comes first: it is why the rest failed.</summary>
    private string? WhatHappened(string? error) =>
        (string[])[.. new[] { grains.LossInWords, error }.OfType<string>()] is { Length: > 0 } told ? string.Join(" ", told) : null;

    /// <summary>Some libraries put the whole stack into a message.</summary>
    private static string FirstLine(string message) =>
        message.AsSpan().TrimStart().EnumerateLines() is var lines && lines.MoveNext() ? lines.Current.ToString() : "";
}
