using Sample.Contracts;

namespace Sample.Silo;

internal sealed class AccountGrain : Grain, IAccount
{
    private long _balance;

    public Task<long> Deposit(int amount) => Task.FromResult(_balance += amount);

    public Task<long> Pay(Payment payment) => Task.FromResult(_balance += (long)payment.Amount + payment.Notes.Count);

    public ValueTask<long> Balance() => ValueTask.FromResult(_balance);

    public ValueTask Close() => ValueTask.CompletedTask;

    public async Task<long> Wait(TimeSpan time, CancellationToken cancellation)
    {
        await Task.Delay(time, cancellation);
        return _balance;
    }

    public Task<long> Name(string name, string? nickname) => Task.FromResult(_balance);

    public Task<long> Add(int amount) => Deposit(amount);

    public Task<long> Add(long amount) => Task.FromResult(_balance += amount);

    public Task<long> Add(string amount) => Task.FromResult(_balance += amount.Length);

    public Task Refuse(string reason) => throw new InvalidOperationException(reason);

    public async IAsyncEnumerable<long> History()
    {
        await Task.CompletedTask;
        yield return _balance;
    }

    public Task<T> Any<T>(T value) => Task.FromResult(value);
}
