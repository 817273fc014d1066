namespace Runtime.Tests.Embedded.Fuzzing;

public interface IHeapGrain : IGrainWithStringKey
{
    /// <summary>The bytes that are in use in this silo's process after everything else was collected.</summary>
    Task<long> Used();
}
