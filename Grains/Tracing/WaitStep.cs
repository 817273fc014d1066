using System.Diagnostics;

namespace Interleave.Grains.Tracing;

/// <summary>Traced waiting: for a timer, a lock, an answer.</summary>
public static class WaitStep
{
    /// <returns>Null when nobody traces; else to be disposed of when the wait is over.</returns>
    public static Activity? Start(string name)
    {
        var activity = TraceSources.Work.StartActivity(name);
        activity?.SetTag(TraceNames.Step, TraceNames.Wait);
        return activity;
    }
}
