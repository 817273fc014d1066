namespace Runtime.Tests.Grains;

internal sealed class SlowlyWakingGrain : Holding, ISlowlyWakingGrain
{
    public override Task OnActivateAsync(CancellationToken cancellationToken) => GrainFactory.GetGrain<ILedgerGrain>(this.GetPrimaryKeyString()).Await(1);
}
