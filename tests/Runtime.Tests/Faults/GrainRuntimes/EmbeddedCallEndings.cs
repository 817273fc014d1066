namespace Runtime.Tests.Faults.GrainRuntimes;

/// <summary>How calls to silos that are gone end on this runtime.</summary>
internal static class CallEndings
{
    /// <summary>Calls fail as soon as their silo is gone: nobody waits for so long.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Whether the call was certainly not carried out.</summary>
    public static bool IsRefusal(Exception fault) => fault is OrleansMessageRejectionException and not SiloUnavailableException;
}
