using System.Diagnostics;

namespace Interleave.Grains.Start;

/// <summary>Says when it ran.</summary>
internal sealed class FirstStepGrain : Grain, IFirstStepGrain
{
    public Task<long> Take() => Task.FromResult(Stopwatch.GetTimestamp());
}
