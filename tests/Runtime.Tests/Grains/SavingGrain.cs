namespace Runtime.Tests.Grains;

/// <param name="own">Its record.</param>
/// <param name="other">The same record once more, as a second activation would have it.</param>
/// <param name="count">A record of a plain value, in another store.</param>
internal sealed class SavingGrain(
    [PersistentState("savings")] IPersistentState<Savings> own,
    [PersistentState("savings")] IPersistentState<Savings> other,
    [PersistentState("count", "counters")] IPersistentState<int> count) : Grain, ISavingGrain
{
    private readonly Guid _activation = Guid.NewGuid();

    public async Task<int> Save(int more, string reason)
    {
        own.State.Total += more;
        own.State.Reasons.Add(reason);
        await own.WriteStateAsync();
        count.State++;
        await count.WriteStateAsync();
        return own.State.Total;
    }

    public Task<int> Pretend(int more) => Task.FromResult(own.State.Total += more);

    public async Task SaveBehind(int total)
    {
        await other.ReadStateAsync();
        other.State.Total = total;
        await other.WriteStateAsync();
    }

    public Task<Savings> Read() => Task.FromResult(own.State);

    public Task<bool> Exists() => Task.FromResult(own.RecordExists);

    public async Task Clear()
    {
        await own.ReadStateAsync();
        await own.ClearStateAsync();
    }

    public Task<Identity> WhoAreYou() =>
        Task.FromResult(new Identity(this.GetPrimaryKeyString(), _activation, Environment.ProcessId, $"{count.State} written"));

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}
