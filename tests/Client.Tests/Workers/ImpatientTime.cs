namespace Interleave.Client.Tests.Workers;

/// <summary>A clock on which one span of time is over at once.</summary>
internal sealed class ImpatientTime(TimeSpan span) : TimeProvider
{
    /// <summary>Asynchronous as any timer: its maker has it in hand when it fires.</summary>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime == span ? TimeSpan.Zero : dueTime, period);
}
