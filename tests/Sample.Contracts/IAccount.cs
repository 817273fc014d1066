namespace Sample.Contracts;

/// <summary>A grain as one finds it in services: some of its methods can be called by anybody, and some ask for care.</summary>
public interface IAccount : IGrainWithIntegerKey
{
    Task<long> Deposit(int amount);

    Task<long> Pay(Payment payment);

    ValueTask<long> Balance();

    ValueTask Close();

    Task<long> Wait(TimeSpan time, CancellationToken cancellation);

    Task<long> Name(string name, string? nickname = null);

    Task<long> Add(int amount);

    Task<long> Add(long amount);

    Task<long> Add(string amount);

    Task Refuse(string reason);

    IAsyncEnumerable<long> History();

    Task<T> Any<T>(T value);
}
