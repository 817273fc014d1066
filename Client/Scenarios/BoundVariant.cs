using System.Diagnostics;
using Interleave.Client.Measuring.Loads;
using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Models;
using Interleave.Client.Records;

namespace Interleave.Client.Scenarios;

/// <summary>A scenario and one of its variants, with the types of job and answer put out of sight.</summary>
internal sealed class BoundVariant<TJob, TAnswer>(
    Scenario<TJob, TAnswer> scenario,
    IReadOnlyList<Workload<TJob, TAnswer>> workloads,
    Variant<TJob> variant,
    IReadOnlyDictionary<string, double> parameters) : IVariant
{
    public string Name => variant.Name;

    public string ComparedWith => variant.ComparedWith ?? variant.Name;

    public bool IsHeadline => variant.IsHeadline;

    public int NeedsSilos => variant.NeedsSilos;

    public IReadOnlyDictionary<string, double> Parameters => parameters;

    public string? Advice => variant.Advice;

    public IReadOnlyList<Model> Models => variant.OnlyOn ?? scenario.Models;

    public bool HasSequential => scenario.Sequentially(variant.Job) is not null;

    public TimeSpan? RunSequentially(CancellationToken cancellation)
    {
        if (scenario.Sequentially(variant.Job) is not { } run)
        {
            return null;
        }

        var start = Stopwatch.GetTimestamp();
        var answer = run(cancellation);
        var elapsed = Stopwatch.GetElapsedTime(start);
        var wrong = scenario.Check(
            variant.Job, answer, new MeasuredTrial(elapsed, new TrialRecorder(), elapsed)).FirstOrDefault(expectation => !expectation.Ok);
        return wrong is null ? elapsed : throw new InvalidOperationException($"Done in sequence, {wrong.Name}: {wrong.Observed} instead of {wrong.Expected}.");
    }

    public async Task<Observation> RunAsync(Model model, TrialContext trial, CancellationToken cancellation)
    {
        var workload = workloads.Single(workload => workload.Model == model);
        var span = Activity.Current;
        Activity.Current = null; // Traced is what is timed.
        try
        {
            await workload.PrepareAsync(variant.Job, trial, cancellation);
            await trial.Meter.StartAsync(cancellation);
            Activity.Current = span;
            var (answer, elapsed) = await OnThreadOfItsOwn(() => TimeAsync(workload, trial, cancellation));
            var usage = await trial.Meter.StopAsync(cancellation);
            var measured = new MeasuredTrial(elapsed, trial.Recorder, trial.Sequential) { Usage = usage };
            return new Observation(
                [.. CommonMetrics.Of(elapsed, usage), .. scenario.Measure(variant.Job, answer, measured)],
                [.. trial.Recorder.Kinds.SelectMany(kind => GeneratorOnTime(kind.Value.Generator.Report)), .. scenario.Check(variant.Job, answer, measured)]);
        }
        finally
        {
            Activity.Current = null;
            await workload.CleanUpAsync(variant.Job, trial);
        }
    }

    private async Task<(TAnswer Answer, TimeSpan Elapsed)> TimeAsync(Workload<TJob, TAnswer> workload, TrialContext trial, CancellationToken cancellation)
    {
        using var whileRunning = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var span = Activity.Current; // The trial's own; null in a measured round.
        span?.SetStartTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        try
        {
            var start = Stopwatch.GetTimestamp();
            var answer = await workload.RunAsync(variant.Job, trial, whileRunning.Token);
            return (answer, Stopwatch.GetElapsedTime(start));
        }
        finally
        {
            span?.SetEndTime(TimeProvider.System.GetUtcNow().UtcDateTime);
            // A workload that fails early leaves operations to be handed out: that ends here.
            await whileRunning.CancelAsync();
        }
    }

    private static IEnumerable<Expectation> GeneratorOnTime(GeneratorReport? report) => report is null ? [] :
    [
        new Expectation(
            $"generator on time within {Quantity.Format(report.Tolerance.TotalSeconds, "s")}", report.Planned, report.OnTimeOperations, report.OnTime),
    ];

    private static Task<T> OnThreadOfItsOwn<T>(Func<Task<T>> body) =>
        Task.Factory.StartNew(body, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
}
