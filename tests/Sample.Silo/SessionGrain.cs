using Sample.Contracts;

namespace Sample.Silo;

internal sealed class SessionGrain : Grain, ISession
{
    public Task<Guid> Touch() => Task.FromResult(this.GetPrimaryKey());
}
