namespace Interleave.Client.Tests.Running;

/// <summary>A clock on which a span of time is over at once.</summary>
/// <param name="spans">How many of them, before it goes as any clock.</param>
internal sealed class ImpatientTime(int spans = int.MaxValue) : TimeProvider
{
    private int _left = spans;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        // Asynchronous as any timer: whoever made it has it in hand when it fires.
        return base.CreateTimer(callback, state, dueTime > TimeSpan.Zero && _left-- > 0 ? TimeSpan.Zero : dueTime, period);
    }
}
