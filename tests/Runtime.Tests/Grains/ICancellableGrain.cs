namespace Runtime.Tests.Grains;

public interface ICancellableGrain : IGrainWithStringKey
{
    Task WaitForCancellation(string ledger, CancellationToken cancellationToken);

    Task PassOn(string other, string ledger, CancellationToken cancellationToken);
}
