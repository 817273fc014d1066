namespace Interleave.Embedded.Management;

/// <summary>One silo's own word about itself; its key is the silo's address.</summary>
internal interface ISiloGrain : IGrainWithStringKey
{
    Task<SiloRuntimeStatistics> GetStatistics();
}
