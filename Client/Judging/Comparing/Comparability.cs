using Interleave.Client.Records;

namespace Interleave.Client.Judging.Comparing;

/// <summary>Tells whether two runs did the same on the same machine.</summary>
/// <remarks>Rounds and seed may differ, for intervals take care of them; so may the version of this program, which is what a comparison is for.</remarks>
internal static class Comparability
{
    /// <summary>Total memory as the system reports it varies a little between starts of the same machine.</summary>
    private const double SameMemory = 0.02;

    /// <returns>A line for each field that differs, with both values.</returns>
    public static IReadOnlyList<string> Differences(Run before, Run after)
    {
        var (machine, other) = (before.Environment, after.Environment);
        var (plan, otherPlan) = (before.Plan, after.Plan);
        return
        [
            .. Differs("environment.os", machine.Os, other.Os),
            .. Differs("environment.cpu", machine.Cpu, other.Cpu),
            .. Differs("environment.cores", machine.Cores, other.Cores),
            .. Math.Abs(machine.Memory - other.Memory) <= SameMemory * machine.Memory ? [] : Differs("environment.memory", machine.Memory, other.Memory),
            .. Differs("environment.dotnet", machine.Dotnet, other.Dotnet),
            .. Differs("environment.gc", machine.Gc, other.Gc),
            .. Differs("environment.grainRuntime", machine.GrainRuntime, other.GrainRuntime),
            .. Differs("plan.scenarios", Join(plan.Scenarios), Join(otherPlan.Scenarios)),
            .. Differs("plan.models", Join(plan.Models), Join(otherPlan.Models)),
            .. Differs("plan.silos", plan.Silos, otherPlan.Silos),
            .. Differs("plan.profile", plan.Profile, otherPlan.Profile),
            .. Differs(
                "plan.parameters", Join(plan.Parameters.Select(pair => $"{pair.Key}={pair.Value}")),
                Join(otherPlan.Parameters.Select(pair => $"{pair.Key}={pair.Value}"))),
            .. Differs(
                "plan.variants", Join(plan.Variants.Select(variant => $"{variant.Scenario}: {variant.Name}")),
                Join(otherPlan.Variants.Select(variant => $"{variant.Scenario}: {variant.Name}"))),
        ];
    }

    private static string[] Differs<T>(string field, T before, T after) =>
        EqualityComparer<T>.Default.Equals(before, after) ? [] : [FormattableString.Invariant($"{field} differs: '{before}' and '{after}'.")];

    private static string Join(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));
}
