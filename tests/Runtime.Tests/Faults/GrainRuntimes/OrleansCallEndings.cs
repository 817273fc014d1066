using Orleans.Runtime.Messaging;

namespace Runtime.Tests.Faults.GrainRuntimes;

/// <summary>How calls to silos that are gone end on this runtime.</summary>
internal static class CallEndings
{
    /// <summary>A client is not told that a silo behind its gateway is gone: calls that wait for its answer end with their time.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether the call was certainly not carried out.</summary>
    public static bool IsRefusal(Exception fault) =>
        fault is (OrleansMessageRejectionException and not SiloUnavailableException) or ConnectionFailedException
        || fault.GetType() == typeof(OrleansException); // No silo is known that takes the grain.
}
