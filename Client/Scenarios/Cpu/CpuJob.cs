using Interleave.Client.Measuring.Loads;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Cpu;

/// <summary>Numbers to search for primes, in ranges of equal work that a number of units share.</summary>
internal sealed record CpuJob(NumberRange Numbers, int Ranges, int Units)
{
    public ClosedLoad Load => new(Units, Ranges);

    public NumberRange RangeOf(Operation operation) => Numbers.Part(operation.Number, Ranges);
}
