using Interleave.Grains.Location;
using Interleave.Grains.Work;

namespace Interleave.Grains.Isolation;

/// <summary>A unit that keeps a number and can fail.</summary>
public interface IFallibleGrain : ILocatedGrain
{
    /// <returns>What it keeps, one more each time.</returns>
    Task<long> Add();

    /// <summary>Waits until it is let go, and counts the primes of the range then.</summary>
    Task<long> Work(NumberRange range);

    /// <summary>Returns as soon as it is at work.</summary>
    /// <returns>What its silo is called: a grain may have moved since it was asked before.</returns>
    [AlwaysInterleave]
    Task<string> AtWork();

    [AlwaysInterleave]
    Task LetGo();

    /// <summary>Fails, and nobody in the grain catches it.</summary>
    Task Fail(string message);

    /// <summary>Fails and catches it.</summary>
    /// <returns>The message of what was caught.</returns>
    Task<string> FailAndCatch(string message);
}
