namespace Runtime.Tests.Grains;

internal sealed class IdentityGrain : Grain, IIdentityGrain
{
    private Guid _activation;
    private int _remembered;
    private string? _ledger;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _activation = Guid.NewGuid();
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) =>
        _ledger is null ? Task.CompletedTask : GrainFactory.GetGrain<ILedgerGrain>(_ledger).Write("deactivated");

    public Task<Identity> WhoAreYou() => Task.FromResult(new Identity(this.GetPrimaryKeyString(), _activation, Environment.ProcessId, RuntimeIdentity));

    public Task<int> Remember(int more) => Task.FromResult(_remembered += more);

    public Task Leave(string ledger)
    {
        _ledger = ledger;
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}
