using System.Diagnostics;
using Interleave.Client.Measuring.Tracing;
using Interleave.Grains.Tracing;

namespace Interleave.Client.Measuring.Loads;

/// <summary>A unit that takes no operations: counted until it is disposed of, and a lane of its own in a traced trial.</summary>
/// <remarks>What the unit does belongs to its lane, and so do units that it starts. A value, so that a million idle units weigh little more for it.</remarks>
internal readonly struct LiveUnit : IDisposable
{
    private readonly LiveUnits _units;
    private readonly Activity? _span;

    public LiveUnit(string name, LiveUnits units)
    {
        _units = units;
        units.Enter();
        if (TraceTally.Of(Activity.Current)?.NumberUnit(name) is { } number and <= TraceTally.MostUnits)
        {
            var lane = $"{name} {number}";
            _span = TraceSources.Work.StartActivity(lane)?.SetTag(TraceNames.Unit, lane);
        }
    }

    public void Dispose()
    {
        _span?.Dispose();
        _units.Leave();
    }
}
