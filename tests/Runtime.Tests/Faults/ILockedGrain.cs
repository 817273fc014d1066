namespace Runtime.Tests.Faults;

/// <summary>Holds a file that no two activations can hold at once, from the beginning of its activation to the end.</summary>
public interface ILockedGrain : IGrainWithStringKey
{
    /// <summary>Stays for a moment; tells which of its activation's visits this was.</summary>
    Task<int> Visit();
}
