namespace Interleave.Client.Judging.Claims.Rules.Cancel;

/// <summary>Told to stop while they wait, coroutines break the wait off and threads sit it out.</summary>
internal sealed class TasksAreCancelledWhereTheyWait() : ClaimRule("000-terminate")
{
    private const string BrokenOff = "broken-off";

    /// <summary>An answer may come at the very moment at which the wait for it is given up.</summary>
    private const double Most = 0.5;

    /// <summary>Nothing reaches into a blocking call.</summary>
    private const double None = 0;

    public override Ruling Decide(Evidence evidence)
    {
        var waiting = evidence.At("cancel", "waiting");
        return Ruling.All(
            waiting.Figure(BrokenOff, "tasks").AtLeast(Most),
            waiting.Figure(BrokenOff, "loop").AtLeast(Most),
            waiting.Figure(BrokenOff, "grains").AtLeast(Most),
            waiting.Figure(BrokenOff, "threads").Always(None));
    }
}
