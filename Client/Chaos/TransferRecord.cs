using Interleave.Grains.Ledger;

namespace Interleave.Client.Chaos;

/// <summary>One transfer, with all the calls that it took.</summary>
/// <param name="Book">The number of its book.</param>
/// <param name="Due">When it was to start, in seconds since the load began.</param>
/// <param name="Acknowledged">When its receipt came; null where none came before the client gave up.</param>
/// <param name="Refused">Calls that were refused before the grain, and repeated.</param>
/// <param name="Unknown">Calls of which nobody knows what became, and which were repeated.</param>
/// <param name="WasKnown">The receipt said that an earlier call had carried it out.</param>
/// <param name="LastFailure">What the last call that failed ended in.</param>
internal sealed record TransferRecord(
    Transfer Transfer, int Book, double Due, double? Acknowledged, int Refused, int Unknown, bool WasKnown, string? LastFailure)
{
    /// <summary>When its receipt came, or when the client gave up.</summary>
    public double Ended { get; init; }

    /// <summary>Calls that were made again after a refusal.</summary>
    public int RetriedAfterRefusal => Math.Max(0, Refused - GivenUp);

    /// <summary>Calls that were made again though the one before may have been carried out.</summary>
    public int RetriedAfterUnknown => Math.Max(0, Unknown - (Refused > 0 ? 0 : GivenUp));

    /// <summary>After its last call a transfer that was given up was not called again.</summary>
    private int GivenUp => Acknowledged is null ? 1 : 0;
}
