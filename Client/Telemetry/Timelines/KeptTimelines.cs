using Interleave.Client.Telemetry.Traces;

namespace Interleave.Client.Telemetry.Timelines;

/// <summary>The timelines of a run's folder; none where its traces cannot be read, and then why.</summary>
internal sealed record KeptTimelines(IReadOnlyList<Timeline> All, string? Fault)
{
    public static KeptTimelines In(string folder)
    {
        try
        {
            return new KeptTimelines([.. TraceFolder.Load(folder).Select(TimelineBuilder.Build)], null);
        }
        catch (InvalidDataException exception)
        {
            return new KeptTimelines([], exception.Message);
        }
    }
}
