using System.Collections;

namespace Interleave.Client.Measuring.Loads;

/// <summary>The operations of one load, shared by its units: each takes the next one until none is left.</summary>
/// <remarks>Threads enumerate it with <c>foreach</c>, cooperative units with <c>await foreach</c>. Each enumerator is one unit.</remarks>
internal abstract class Operations : IEnumerable<Operation>, IAsyncEnumerable<Operation>
{
    public static Operations Of(Load load, Recorder recorder, CancellationToken cancellation) => load switch
    {
        ClosedLoad closed => new ClosedOperations(closed, recorder, cancellation),
        OpenLoad open => OpenOperations.Paced(open, recorder, cancellation),
        _ => throw new ArgumentException($"No operations can be made of {load}.", nameof(load)),
    };

    public abstract IEnumerator<Operation> GetEnumerator();

    public abstract IAsyncEnumerator<Operation> GetAsyncEnumerator(CancellationToken cancellationToken = default);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
