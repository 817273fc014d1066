namespace Interleave.Client.Judging.Claims.Rules;

/// <summary>Of units that were created and left alone, tasks and grain calls ran, and threads did not.</summary>
internal sealed class TasksStartByThemselves : IClaimRule
{
    private const string Ran = "ran";

    public string Claim => "000-hot";

    public Ruling Judge(Evidence evidence)
    {
        var place = evidence.At("start", "created");
        return Ruling.All(place.Figure(Ran, "threads").Exactly(0), place.Figure(Ran, "tasks").Exactly(1), place.Figure(Ran, "grains").Exactly(1));
    }
}
