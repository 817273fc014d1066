using Interleave.Client.GrainCalls;
using Interleave.Client.Measuring.Loads;

namespace Interleave.Client.Scenarios.Drive;

/// <summary>What is called, of how many grains, and how calls come.</summary>
internal sealed record DriveJob(GrainCall Call, Load Load, int Keys, int Seed)
{
    /// <summary>The grain that a call goes to, drawn from the number of the call: each is as likely as any other.</summary>
    public int GrainOf(long call)
    {
        // SplitMix64
        var mixed = unchecked((((ulong)Seed << 32) + (ulong)call + 1) * 0x9E3779B97F4A7C15);
        mixed = unchecked((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB);
        return (int)Math.BigMul(mixed ^ (mixed >> 31), (ulong)Keys, out _);
    }
}
