namespace Interleave.Embedded.Runtime;

/// <summary>A task of the grain's own, such as what follows an await.</summary>
internal sealed class ScheduledTask(Task task) : Scheduled
{
    public override void RunOn(TurnScheduler scheduler) => scheduler.Execute(task);
}
