namespace Runtime.Tests.Grains;

/// <summary>Calls another grain that calls back.</summary>
public interface IChainGrain : IGrainWithStringKey
{
    /// <summary>Asks this grain for its key by way of another, and holds on to its own turn until that came back.</summary>
    Task<string> KeyByWayOf(string other, bool allowed);

    Task<string> KeyOf(string other);

    Task<string> Key();

    /// <summary>The same as <see cref="KeyByWayOf"/>, and stays until the ledger of this grain's key has an entry.</summary>
    Task<string> KeyByWayOfAndStay(string other);
}
