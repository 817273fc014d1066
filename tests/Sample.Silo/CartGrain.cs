using Sample.Contracts;

namespace Sample.Silo;

internal sealed class CartGrain : Grain, ICart
{
    public Task<string> Add(string item) => Task.FromResult($"{this.GetPrimaryKeyString()}: {item}");
}
