using Interleave.Grains.Location;

namespace Interleave.Grains.Ledger;

internal sealed class BookGrain([PersistentState("book", GrainStores.Ledger)] IPersistentState<Book> book) : Grain, IBookGrain
{
    private readonly HashSet<long> _carried = [];
    private readonly Guid _activation = Guid.NewGuid();
    private long _inMemory;
    private bool _isDoubtful;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        Index();
        return Task.CompletedTask;
    }

    public async Task<string> Open(int accounts, long balance)
    {
        await SettleDoubtAsync();
        if (!book.RecordExists)
        {
            book.State.Balances = [.. Enumerable.Repeat(balance, accounts)];
            await StoreAsync();
        }

        return await ThisSilo.Name;
    }

    public async Task<Receipt> Carry(Transfer transfer)
    {
        await SettleDoubtAsync();
        if (!book.RecordExists)
        {
            throw new InvalidOperationException($"The book '{this.GetPrimaryKeyString()}' is not open.");
        }

        if (!_carried.Add(transfer.Id))
        {
            return new Receipt(WasKnown: true, await ThisSilo.Name);
        }

        book.State.Carry(transfer);
        await StoreAsync();
        _inMemory++;
        return new Receipt(WasKnown: false, await ThisSilo.Name);
    }

    public async Task<Tally> Count()
    {
        await SettleDoubtAsync();
        return new Tally(_carried.Count, _inMemory, _activation, await ThisSilo.Name);
    }

    public async Task<Statement> Read()
    {
        await SettleDoubtAsync();
        return new Statement([.. book.State.Balances], [.. book.State.Transfers()], await ThisSilo.Name);
    }

    public async Task Close()
    {
        await book.ReadStateAsync();
        await book.ClearStateAsync();
        DeactivateOnIdle();
    }

    private async Task StoreAsync()
    {
        // Until the write has succeeded, memory is ahead of what is stored; a failed one may even have been stored.
        _isDoubtful = true;
        await book.WriteStateAsync();
        _isDoubtful = false;
    }

    /// <summary>After a failed write, only the store knows what was carried out.</summary>
    private async Task SettleDoubtAsync()
    {
        if (_isDoubtful)
        {
            await book.ReadStateAsync();
            Index();
            _isDoubtful = false;
        }
    }

    private void Index()
    {
        _carried.Clear();
        _carried.UnionWith(book.State.Transfers().Select(transfer => transfer.Id));
    }
}
