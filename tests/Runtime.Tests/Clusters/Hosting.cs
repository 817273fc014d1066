namespace Runtime.Tests.Clusters;

/// <summary>Where the silos under test live.</summary>
public enum Hosting
{
    /// <summary>One silo in the tests' own process, called without a socket.</summary>
    InProcess,

    /// <summary>Two silo processes, called through their gateways.</summary>
    TwoProcesses,
}
