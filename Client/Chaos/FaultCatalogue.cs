using Interleave.Silo;

namespace Interleave.Client.Chaos;

/// <summary>Every fault that can be asked for.</summary>
internal static class FaultCatalogue
{
    public static string Names => string.Join(", ", All(default).Select(fault => fault.Name));

    /// <summary>The faults of a plan, in their order.</summary>
    public static IReadOnlyList<IFault> Of(ChaosPlan plan)
    {
        var all = All(TimeSpan.FromSeconds(plan.CutSeconds));
        return [.. plan.Faults.Select(name => all.First(fault => fault.Name == name))];
    }

    /// <summary>The faults of a list separated by commas; all that strike such a cluster where nothing was given.</summary>
    public static IReadOnlyList<string> Read(string? given, ClusteringKind clustering, Client.Faults faults)
    {
        var all = All(default);
        List<string> allowed = [.. all.Where(fault => !fault.NeedsDatabase || clustering == ClusteringKind.Postgres).Select(fault => fault.Name)];
        if (given is null)
        {
            return allowed;
        }

        var names = given.Split(',', StringSplitOptions.TrimEntries);
        faults.Add(names.Except(allowed).Select(name => all.Any(fault => fault.Name == name)
            ? $"'{name}' in --faults: silos that find each other in a folder have no database; allowed with --clustering postgres."
            : $"Unknown '{name}' in --faults: {NearestName.Hint(name, allowed)}"));
        return names;
    }

    private static IReadOnlyList<IFault> All(TimeSpan cut) =>
        [new KillFault(), new StopFault(), new FreezeFault(), new RestartFault(), new AddFault(), new DatabaseFault(cut)];
}
