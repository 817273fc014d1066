namespace Interleave.Client.Judging.Claims.Rules.Cpu;

/// <summary>Tasks that compute never run on two threads at once.</summary>
internal sealed class TasksUseOneThread() : ClaimRule("002-one-thread-async")
{
    public override Ruling Decide(Evidence evidence) => evidence.At("cpu", "all cores").Figure("threads-at-once", "tasks").Always(1);
}
