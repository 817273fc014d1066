using Interleave.Client.Chaos;
using Interleave.Grains.Ledger;

namespace Interleave.Client.Tests.Chaos;

/// <summary>A small ledger, and what a client saw of it.</summary>
internal static class Samples
{
    public static ChaosPlan Plan { get; } = new(Silos: 2, Rate: 10, Seconds: 10, Rounds: 1, ["kill"], Seed: 1)
    {
        Books = 2,
        AccountsOfBook = 2,
        OpeningBalance = 100,
    };

    public static TransferRecord Sent(
        long id, double? acknowledged = 1, int book = 0, int unknown = 0, int refused = 0, bool wasKnown = false, double due = 0) =>
        new(new Transfer(id, 0, 1, 10), book, due, acknowledged, refused, unknown, wasKnown, LastFailure: null)
        {
            Ended = acknowledged ?? due + 30,
        };

    /// <summary>A book that has carried out these transfers.</summary>
    public static Statement Book(params long[] ids) =>
        new([100 - (10 * ids.Length), 100 + (10 * ids.Length)], [.. ids.Select(id => new Transfer(id, 0, 1, 10))], "silo");
}
