namespace Interleave.Client.Measuring;

/// <summary>Monotonic timestamps of one <see cref="TimeProvider"/>, and what they are in nanoseconds.</summary>
internal sealed class Clock(TimeProvider time)
{
    private readonly double _nanosecondsPerTimestamp = 1e9 / time.TimestampFrequency;

    public static Clock System { get; } = new(TimeProvider.System);

    public long Now => time.GetTimestamp();

    public long ToNanoseconds(long timestamps) => (long)(timestamps * _nanosecondsPerTimestamp);

    public long FromNanoseconds(long nanoseconds) => (long)(nanoseconds / _nanosecondsPerTimestamp);
}
