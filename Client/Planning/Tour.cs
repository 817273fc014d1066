namespace Interleave.Client.Planning;

/// <summary>What a run without a name shows: the contrasts that tell most.</summary>
internal static class Tour
{
    public static IReadOnlyList<string> Scenarios { get; } = ["spinner", "io", "cpu", "race", "memory", "switch"];
}
