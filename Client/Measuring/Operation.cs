namespace Interleave.Client.Measuring;

/// <summary>One item of work that a unit performs, started and completed once.</summary>
/// <param name="Number">Its place in the load, from 0.</param>
/// <param name="IntendedStart">The timestamp at which an open load asked for it; null in a closed load, where it is meant to start when it starts.</param>
internal readonly record struct Operation(long Number, long? IntendedStart, Recorder Recorder)
{
    public void Run(Action body)
    {
        var start = Recorder.Start();
        try
        {
            body();
            Recorder.Completed(IntendedStart ?? start, start, Recorder.Clock.Now);
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
            Recorder.Completed(IntendedStart ?? start, start, Recorder.Clock.Now);
        }
        catch (Exception exception) when (Recorder.Failed(exception))
        {
        }
    }
}
