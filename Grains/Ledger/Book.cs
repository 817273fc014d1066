namespace Interleave.Grains.Ledger;

/// <summary>What is stored of a book.</summary>
/// <remarks>The journal is one array of plain numbers, four for each transfer, so that storing it costs little however long it is.</remarks>
[GenerateSerializer]
public sealed class Book
{
    private const int Numbers = 4;

    [Id(0)]
    public long[] Balances { get; set; } = [];

    [Id(1)]
    public long[] Journal { get; set; } = [];

    public IEnumerable<Transfer> Transfers() =>
        Journal.Chunk(Numbers).Select(entry => new Transfer(entry[0], (int)entry[1], (int)entry[2], (int)entry[3]));

    public void Carry(Transfer transfer)
    {
        Balances[transfer.From] -= transfer.Amount;
        Balances[transfer.To] += transfer.Amount;
        Journal = [.. Journal, transfer.Id, transfer.From, transfer.To, transfer.Amount];
    }
}
