namespace Interleave.Client.Judging.Claims.Rules;

/// <summary>Tasks that compute never run on two threads at once.</summary>
internal sealed class TasksUseOneThread : IClaimRule
{
    public string Claim => "002-one-thread-async";

    public Ruling Judge(Evidence evidence) => evidence.Run.Environment.Cores < 2
        ? Ruling.NotTested("two cores; this machine has one")
        : evidence.At("cpu", "all cores").Figure("threads-at-once", "tasks").Exactly(1);
}
