namespace Interleave.Embedded.Runtime;

/// <summary>How long a grain has not been used, by a clock that is read when idle grains are looked for: reading it would be a tenth of a call.</summary>
/// <param name="now">When the grain is used first.</param>
internal struct IdleClock(long now)
{
    private long _idleFrom = now;
    private bool _wasUsed;

    /// <summary>The grain is used in this moment; callable from anywhere, as all else.</summary>
    public void Use() => Volatile.Write(ref _wasUsed, true);

    /// <summary>Whether it was not used for so long, counted from when this was first asked after its last use.</summary>
    public bool HasStoodFor(TimeSpan age, TimeProvider time)
    {
        if (Volatile.Read(ref _wasUsed))
        {
            Volatile.Write(ref _wasUsed, false);
            Volatile.Write(ref _idleFrom, time.GetTimestamp());
        }

        return time.GetElapsedTime(Volatile.Read(ref _idleFrom), time.GetTimestamp()) >= age;
    }
}
