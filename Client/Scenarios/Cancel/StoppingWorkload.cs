using Interleave.Client.Measuring.Loads;
using Interleave.Client.Models;
using Interleave.Grains.Tracing;

namespace Interleave.Client.Scenarios.Cancel;

/// <summary>Starts units of a model and stops each of them from outside, on a thread that carries none of them.</summary>
internal abstract class StoppingWorkload(Model model) : Workload<CancelJob, CancelAnswer>(model)
{
    public sealed override Task<CancelAnswer> RunAsync(CancelJob job, TrialContext trial, CancellationToken cancellation) => EventLoop.RunAsync(async () =>
    {
        var outcomes = new List<StopOutcome>();
        var random = new Random(job.Seed);
        PreciseSleep.SharpenThisThread();
        while (outcomes.Count < job.Stops)
        {
            var units = Start(Math.Min(job.AtOnce, job.Stops - outcomes.Count), job, trial);
            try
            {
                outcomes.AddRange(await StopAsync(units, job.LongestPause * random.NextDouble(), trial, cancellation));
            }
            finally
            {
                units.ToList().ForEach(unit => unit.Stop()); // None goes on where the trial is given up.
            }
        }

        return new CancelAnswer(outcomes);
    });

    /// <summary>Starts so many units, all of which work until they are stopped.</summary>
    protected abstract IReadOnlyList<StartedUnit> Start(int units, CancelJob job, TrialContext trial);

    private static async Task<IEnumerable<StopOutcome>> StopAsync(
        IReadOnlyList<StartedUnit> units, TimeSpan pause, TrialContext trial, CancellationToken cancellation)
    {
        var recorder = trial.Recorder.Of(CancelScenario.StopName);
        var toldAt = new List<long>();
        foreach (var unit in units)
        {
            await await Task.WhenAny(unit.Begun, unit.Ended).WaitAsync(cancellation); // One that failed has ended and never began.
            if (toldAt.Count == 0)
            {
                PreciseSleep.For((long)pause.TotalNanoseconds);
            }

            recorder.Start();
            toldAt.Add(TraceMark.Cancel());
            unit.Stop();
        }

        var reports = await Task.WhenAll(units.Select(unit => unit.Ended)).WaitAsync(cancellation);
        var outcomes = toldAt.Zip(reports, (told, report) => new StopOutcome(told, report)).ToList();
        outcomes.ForEach(outcome => recorder.Completed(outcome.ToldAt, outcome.ToldAt, outcome.Report.EndedAt));
        return outcomes;
    }
}
