using Orleans.Runtime.Messaging;

namespace Runtime.Tests.Faults.GrainRuntimes;

/// <summary>How calls to silos that are gone end on this runtime.</summary>
internal static class CallEndings
{
    /// <summary>A client is not told that a silo behind its gateway is gone: calls that wait for its answer end with their time.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Its directory of grains agrees only in the end: while silos come and go, a grain may have two activations for a moment. That must stay rare.
    /// </summary>
    public static int MostOverlaps(int calls) => calls / 1_000;

    /// <summary>Whether the call was certainly not carried out.</summary>
    public static bool IsRefusal(Exception fault) =>
        fault is (OrleansMessageRejectionException and not SiloUnavailableException) or ConnectionFailedException
        || fault is InvalidOperationException { Message: LockedGrain.Overlap }
        || fault.GetType() == typeof(OrleansException); // No silo is known that takes the grain.
}
