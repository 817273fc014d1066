namespace Interleave.Grains.Cancel;

/// <summary>What a unit left behind when it was stopped.</summary>
/// <param name="BrokenOff">Whether it was stopped within a piece of work, whose end it did not wait for.</param>
/// <param name="Begun">The field that counts pieces begun.</param>
/// <param name="Done">The field that counts pieces done; it agrees with <paramref name="Begun"/> unless a change was left half done.</param>
/// <param name="CleanedUp">Whether its own clean-up ran.</param>
/// <param name="WrongResults">Pieces that were done and yielded something else than they should.</param>
/// <param name="Awaits">When it was at an await between two pieces, or looked whether to stop; timestamps that all processes of a machine share.</param>
/// <param name="EndedAt">When it had ended, by the same clock.</param>
[GenerateSerializer, Immutable]
public sealed record StopReport(bool BrokenOff, long Begun, long Done, bool CleanedUp, long WrongResults, IReadOnlyList<long> Awaits, long EndedAt)
{
    public bool InvariantHolds => Begun == Done;
}
