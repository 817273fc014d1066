using Interleave.Client.Records;

namespace Interleave.Client.Scenarios.Deadlock;

/// <summary>So many grains that call each other in turn, the last one the first.</summary>
/// <param name="AllowReentrancy">Whether calls that stem from a grain's own turn are let in.</param>
internal sealed record CallsInCircle(int Grains, bool AllowReentrancy)
{
    /// <summary>Who waits for whom, where they are not let in.</summary>
    public IEnumerable<CircularWait> Waits => Enumerable.Range(0, Grains).Select(caller =>
        new CircularWait(NameOf(caller), "an answer", NameOf(caller + 1)));

    private string NameOf(int grain) => $"grain {(grain % Grains) + 1}";
}
