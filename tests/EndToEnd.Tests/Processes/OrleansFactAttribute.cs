using Interleave.Silo.GrainRuntimes;

namespace Interleave.EndToEnd.Tests.Processes;

/// <summary>A test of what only Orleans has: grains that are not of this program.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OrleansFactAttribute : FactAttribute
{
    public OrleansFactAttribute() => Skip = WhyNot;

    internal static bool IsOrleans => !GrainRuntime.StaysOnThisMachine;

    internal static string? WhyNot => IsOrleans ? null : $"{GrainRuntime.Name} hosts no grains but this program's.";
}
