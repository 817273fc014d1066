using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Isolation;

/// <summary>What a process with units is asked for.</summary>
/// <param name="Moments">The path of a <see cref="SharedMoments"/>; null to have the failing unit count on, and nothing else.</param>
/// <param name="Siblings">How many units are at work beside the one that fails.</param>
/// <param name="Range">What each of them counts the primes of.</param>
internal sealed record UnitRequest(string? Moments, Fault Fault, int Siblings, NumberRange Range)
{
    public static UnitRequest Count { get; } = new(null, Fault.HandledException, 0, new NumberRange(0, 0));
}

/// <summary>What became of it, where the process lives.</summary>
/// <param name="Kept">What the unit keeps that fails: one more each time.</param>
/// <param name="Told">What its caller caught.</param>
/// <param name="ToldAt">The timestamp of that.</param>
/// <param name="Answers">What the siblings found.</param>
internal sealed record UnitReply(long Kept, ProcessError? Told, long ToldAt, IReadOnlyList<long> Answers);

/// <summary>An error by its type and its words.</summary>
internal sealed record ProcessError(string Type, string Message)
{
    public static ProcessError? From(Exception? error) => error is null ? null : new ProcessError(error.GetType().ToString(), error.Message);
}
