namespace Interleave.Grains.Location;

/// <summary>The silo of this process, by a name that no other silo has.</summary>
internal static class ThisSilo
{
    public static Task<string> Name { get; } = Task.FromResult($"{Environment.MachineName}:{Environment.ProcessId}");
}
