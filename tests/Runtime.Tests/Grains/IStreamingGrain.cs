namespace Runtime.Tests.Grains;

public interface IStreamingGrain : IGrainWithStringKey
{
    IAsyncEnumerable<int> Count(int to, int? failAfter);

    IAsyncEnumerable<int> CountForEver(string ledger, CancellationToken cancellationToken = default);
}
