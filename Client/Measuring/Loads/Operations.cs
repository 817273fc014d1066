using System.Collections;

namespace Interleave.Client.Measuring.Loads;

/// <summary>The operations of one load, shared by its units: each takes the next one until none is left.</summary>
/// <remarks>A unit calls <see cref="ForEach"/> where it blocks, and <see cref="ForEachAsync"/> where it awaits: each such call is one unit.</remarks>
internal abstract class Operations : IEnumerable<Operation>, IAsyncEnumerable<Operation>
{
    public static Operations Of(Load load, Recorder recorder, CancellationToken cancellation) => load switch
    {
        ClosedLoad closed => new ClosedOperations(closed, recorder, cancellation),
        OpenLoad open => OpenOperations.Paced(open, recorder, cancellation),
        _ => throw new ArgumentException($"No operations can be made of {load}.", nameof(load)),
    };

    /// <summary>Whether a unit may have to wait for its next operation.</summary>
    protected abstract bool UnitsWait { get; }

    /// <summary>Is a unit that takes operations until none is left: each is counted, timed and traced.</summary>
    /// <param name="whileWaiting">Runs what waits for the next operation, where a unit must let go of something meanwhile.</param>
    public void ForEach(Action<Operation> body, Func<Func<bool>, bool>? whileWaiting = null)
    {
        using var operations = GetEnumerator();
        while (UnitsWait && whileWaiting is not null ? whileWaiting(operations.MoveNext) : operations.MoveNext())
        {
            operations.Current.Run(body);
        }
    }

    /// <summary>Is a unit that awaits its operations.</summary>
    public async Task ForEachAsync(Func<Operation, Task> body)
    {
        await foreach (var operation in this)
        {
            await operation.RunAsync(body);
        }
    }

    public abstract IEnumerator<Operation> GetEnumerator();

    public abstract IAsyncEnumerator<Operation> GetAsyncEnumerator(CancellationToken cancellationToken = default);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
