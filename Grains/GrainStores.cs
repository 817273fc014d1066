namespace Interleave.Grains;

/// <summary>The stores that grains name; their host provides each, beside the one that has no name.</summary>
public static class GrainStores
{
    /// <summary>The books of the ledger.</summary>
    public const string Ledger = "ledger";
}
