namespace Interleave.Grains.Ledger;

/// <summary>One book of a ledger: some accounts, and the transfers between them, in storage.</summary>
public interface IBookGrain : IGrainWithStringKey
{
    /// <summary>Opens the accounts with the same balance each, unless they are open.</summary>
    /// <returns>Where the book is active.</returns>
    Task<string> Open(int accounts, long balance);

    /// <summary>Moves money, and answers when that is stored; safe to be called again with the same transfer.</summary>
    Task<Receipt> Carry(Transfer transfer);

    Task<Tally> Count();

    Task<Statement> Read();

    /// <summary>Removes the book from storage.</summary>
    Task Close();
}
