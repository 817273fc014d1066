namespace Interleave.Silo.Usage;

/// <summary>The managed heap of this process.</summary>
internal static class OwnHeap
{
    /// <summary>Leaves no garbage of the last trial for the next one to collect.</summary>
    public static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }
}
