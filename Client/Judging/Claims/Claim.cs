namespace Interleave.Client.Judging.Claims;

/// <summary>A statement from the literature that can come out true or false on a given machine.</summary>
/// <param name="Scenarios">The scenarios that test it.</param>
/// <param name="Models">The models that it speaks of; without any of them it is not tested.</param>
internal sealed record Claim(string Id, string Statement, IReadOnlyList<string> Scenarios, IReadOnlyList<string> Models, Meaning Meaning)
{
    /// <summary>On fewer cores it would hold, or fail, whatever a model does.</summary>
    public int Cores { get; init; } = 1;

    /// <summary>The numbers of silos whose runs it compares; none where any number serves.</summary>
    public IReadOnlyList<int> Silos { get; init; } = [];
}
