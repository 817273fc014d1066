namespace Interleave.Client.Tests.Telemetry;

/// <summary>A clock on which pauses of less than ten seconds are over at once; it remembers how long they should have been.</summary>
internal sealed class PauselessTime : TimeProvider
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(10);

    public List<TimeSpan> Pauses { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime < TimeSpan.Zero || dueTime >= Long)
        {
            return base.CreateTimer(callback, state, dueTime, period);
        }

        Pauses.Add(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
