using System.Diagnostics;

namespace Interleave.Client.Measuring;

/// <summary>One item of work that a unit performs, started and completed once.</summary>
/// <param name="Number">Its place in the load, from 0.</param>
/// <param name="IntendedStart">The timestamp at which the load asked for it; latency counts from here.</param>
internal readonly record struct Operation(long Number, long IntendedStart, Recorder Recorder)
{
    public void Run(Action body)
    {
        var start = Recorder.Start();
        try
        {
            body();
            Recorder.Completed(IntendedStart, start, Stopwatch.GetTimestamp());
        }
        catch (Exception exception) when (Recorder.Failed(exception))
        {
        }
    }

    public async Task RunAsync(Func<Task> body)
    {
        var start = Recorder.Start();
        try
        {
            await body();
            Recorder.Completed(IntendedStart, start, Stopwatch.GetTimestamp());
        }
        catch (Exception exception) when (Recorder.Failed(exception))
        {
        }
    }
}
