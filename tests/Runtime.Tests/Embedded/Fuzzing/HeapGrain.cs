namespace Runtime.Tests.Embedded.Fuzzing;

internal sealed class HeapGrain : Grain, IHeapGrain
{
    public Task<long> Used()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return Task.FromResult(GC.GetTotalMemory(forceFullCollection: true));
    }
}
