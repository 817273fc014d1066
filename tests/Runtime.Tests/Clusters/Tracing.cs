using System.Diagnostics;

namespace Runtime.Tests.Clusters;

internal static class Tracing
{
    /// <summary>Has every source make its activities, as a telemetry pipeline would.</summary>
    public static ActivityListener ListenToAll()
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
