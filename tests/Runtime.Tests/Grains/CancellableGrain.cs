namespace Runtime.Tests.Grains;

internal sealed class CancellableGrain : Grain, ICancellableGrain
{
    public async Task WaitForCancellation(string ledger, CancellationToken cancellationToken)
    {
        var notes = GrainFactory.GetGrain<ILedgerGrain>(ledger);
        await notes.Write("waiting");
        try
        {
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await notes.Write("cancelled");
            throw;
        }
    }

    public Task PassOn(string other, string ledger, CancellationToken cancellationToken) =>
        GrainFactory.GetGrain<ICancellableGrain>(other).WaitForCancellation(ledger, cancellationToken);
}
