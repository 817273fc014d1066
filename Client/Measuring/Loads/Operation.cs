using Interleave.Client.Measuring.Tracing;

namespace Interleave.Client.Measuring.Loads;

/// <summary>One item of work that a unit performs, started and completed once.</summary>
/// <param name="Number">Its place in the load, from 0.</param>
/// <param name="IntendedStart">The timestamp at which an open load asked for it; null in a closed load, where it is meant to start when it starts.</param>
internal readonly record struct Operation(long Number, long? IntendedStart, Recorder Recorder)
{
    /// <summary>The unit's trace; null when the trial is not traced.</summary>
    public UnitTrace? Unit { get; init; }

    /// <summary>Tells the failures that the scenario provokes.</summary>
    public Func<Exception, bool>? Expects { get; init; }

    /// <summary>When the unit began with it; only known within.</summary>
    private long Started { get; init; }

    /// <summary>Since the unit began with it; to be asked within.</summary>
    public TimeSpan Elapsed => TimeSpan.FromTicks(Recorder.Clock.ToNanoseconds(Recorder.Clock.Now - Started) / TimeSpan.NanosecondsPerTick);

    public void Run(Action body) => Run(_ => body());

    public void Run(Action<Operation> body)
    {
        using var trace = Unit?.Begin(Number);
        var start = Recorder.Start();
        try
        {
            body(this with { Started = start });
            Recorder.Completed(IntendedStart ?? start, start, Recorder.Clock.Now);
        }
        catch (Exception exception) when (Recorder.Failed(exception, Expects?.Invoke(exception) == true))
        {
            Recorder.Report(exception, IntendedStart ?? start);
            trace?.Fail(exception);
        }
    }

    public Task RunAsync(Func<Task> body) => RunAsync(_ => body());

    public async Task RunAsync(Func<Operation, Task> body)
    {
        using var trace = Unit?.Begin(Number);
        var start = Recorder.Start();
        try
        {
            await body(this with { Started = start });
            Recorder.Completed(IntendedStart ?? start, start, Recorder.Clock.Now);
        }
        catch (Exception exception) when (Recorder.Failed(exception, Expects?.Invoke(exception) == true))
        {
            Recorder.Report(exception, IntendedStart ?? start);
            trace?.Fail(exception);
        }
    }
}
