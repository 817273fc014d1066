namespace Interleave.Client.Chaos;

/// <summary>Every fault that can be asked for.</summary>
internal static class FaultCatalogue
{
    public static IReadOnlyList<IFault> All { get; } = [new KillFault(), new StopFault(), new FreezeFault(), new RestartFault(), new AddFault()];

    public static string Names => string.Join(", ", All.Select(fault => fault.Name));

    public static IFault Named(string name) => All.First(fault => fault.Name == name);

    /// <summary>The faults of a list separated by commas; all of them where nothing was given.</summary>
    public static IReadOnlyList<string> Read(string? given, Client.Faults faults)
    {
        if (given is null)
        {
            return [.. All.Select(fault => fault.Name)];
        }

        string[] allowed = [.. All.Select(fault => fault.Name)];
        var names = given.Split(',', StringSplitOptions.TrimEntries);
        faults.Add(names.Except(allowed).Select(name => $"Unknown '{name}' in --faults: {NearestName.Hint(name, allowed)}"));
        return names;
    }
}
