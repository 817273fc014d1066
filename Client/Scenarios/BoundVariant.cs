using System.Diagnostics;
using Interleave.Client.Measuring;
using Interleave.Client.Models;

namespace Interleave.Client.Scenarios;

/// <summary>A scenario and one of its variants, with the types of job and answer put out of sight.</summary>
internal sealed class BoundVariant<TJob, TAnswer>(
    Scenario<TJob, TAnswer> scenario,
    IReadOnlyList<Workload<TJob, TAnswer>> workloads,
    Variant<TJob> variant) : IVariant
{
    public string Name => variant.Name;

    public string ComparedWith => variant.ComparedWith ?? variant.Name;

    public IReadOnlyList<Model> Models => variant.OnlyOn ?? scenario.Models;

    public TimeSpan? RunSequentially(CancellationToken cancellation)
    {
        if (!scenario.ComparesWithSequential)
        {
            return null;
        }

        var start = Stopwatch.GetTimestamp();
        scenario.RunSequentially(variant.Job, cancellation);
        return Stopwatch.GetElapsedTime(start);
    }

    public async Task<Observation> RunAsync(Model model, TrialContext trial, CancellationToken cancellation)
    {
        var workload = workloads.Single(workload => workload.Model == model);
        await workload.PrepareAsync(variant.Job, trial, cancellation);
        try
        {
            var (answer, elapsed) = await OnThreadOfItsOwn(() => TimeAsync(workload, trial, cancellation));
            var recording = new TrialRecording(elapsed, trial.Recorder, trial.Sequential);
            return new Observation(
                [CommonMetrics.Time.Of(elapsed.TotalSeconds), .. scenario.Measure(variant.Job, answer, recording)],
                [.. scenario.Judge(variant.Job, answer, recording)]);
        }
        finally
        {
            await workload.CleanUpAsync();
        }
    }

    private async Task<(TAnswer Answer, TimeSpan Elapsed)> TimeAsync(Workload<TJob, TAnswer> workload, TrialContext trial, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        var answer = await workload.RunAsync(variant.Job, trial, cancellation);
        return (answer, Stopwatch.GetElapsedTime(start));
    }

    private static Task<T> OnThreadOfItsOwn<T>(Func<Task<T>> body) =>
        Task.Factory.StartNew(body, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
}
