namespace Interleave.Client.Judging.Claims.Rules.Start;

/// <summary>Of units that were created and left alone, tasks and grain calls ran, and threads did not.</summary>
internal sealed class TasksStartByThemselves() : ClaimRule("000-hot")
{
    private const string Ran = "ran";

    public override Ruling Decide(Evidence evidence)
    {
        var created = evidence.At("start", "created");
        return Ruling.All(created.Figure(Ran, "threads").AtMost(0), created.Figure(Ran, "tasks").AtLeast(1), created.Figure(Ran, "grains").AtLeast(1));
    }
}
