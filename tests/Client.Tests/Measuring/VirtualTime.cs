namespace Interleave.Client.Tests.Measuring;

/// <summary>Time that passes when it is told to.</summary>
internal sealed class VirtualTime : TimeProvider
{
    private long _nanoseconds = 1;

    public override long TimestampFrequency => 1_000_000_000;

    public override long GetTimestamp() => _nanoseconds;

    public void Advance(TimeSpan by) => _nanoseconds += (long)by.TotalNanoseconds;

    public void AdvanceTo(long timestamp) => _nanoseconds = Math.Max(_nanoseconds, timestamp);
}
