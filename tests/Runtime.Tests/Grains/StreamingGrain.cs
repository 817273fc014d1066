using System.Runtime.CompilerServices;

namespace Runtime.Tests.Grains;

internal sealed class StreamingGrain : Grain, IStreamingGrain
{
    public async IAsyncEnumerable<int> Count(int to, int? failAfter)
    {
        for (var item = 0; item < to; item++)
        {
            if (item == failAfter)
            {
                throw new InvalidOperationException($"No more after {failAfter}.");
            }

            await Task.Yield();
            yield return item;
        }
    }

    public async IAsyncEnumerable<int> CountForEver(string ledger, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        try
        {
            for (var item = 0; ; item++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await Task.Yield();
                yield return item;
            }
        }
        finally
        {
            await GrainFactory.GetGrain<ILedgerGrain>(ledger).Write("ended");
        }
    }
}
