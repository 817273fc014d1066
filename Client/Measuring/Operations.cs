using System.Collections;
using System.Diagnostics;

namespace Interleave.Client.Measuring;

/// <summary>The operations of one trial, shared by its units: each takes the next one until none is left.</summary>
/// <remarks>Threads enumerate it with <c>foreach</c>, cooperative units with <c>await foreach</c>.</remarks>
internal sealed class Operations(ClosedLoad load, Recorder recorder, CancellationToken cancellation) : IEnumerable<Operation>, IAsyncEnumerable<Operation>
{
    private long _taken;

    public IEnumerator<Operation> GetEnumerator()
    {
        while (TryTake(out var operation))
        {
            yield return operation;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public async IAsyncEnumerator<Operation> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        while (TryTake(out var operation))
        {
            yield return operation;
        }

        await Task.CompletedTask;
    }

    private bool TryTake(out Operation operation)
    {
        cancellation.ThrowIfCancellationRequested();
        var number = Interlocked.Increment(ref _taken) - 1;
        operation = new Operation(number, Stopwatch.GetTimestamp(), recorder);
        return number < load.Operations;
    }
}
