using Interleave.Client.Models.Processes;
using Interleave.Grains.Race;

namespace Interleave.Client.Scenarios.Race;

/// <summary>Takes steps in a process of its own, on state in memory that it shares with others: first the semaphore, then the cells.</summary>
internal sealed class StepTaker : IProcessWork<StepRequest, bool>
{
    public const int SemaphoreAt = 0;

    private const int CellsAt = SharedSemaphore.Size;

    private SharedMemory? _memory;
    private Action<long, CancellationToken> _step = (_, _) => throw new InvalidOperationException("No state was named.");

    public static int LengthOf(StateKind kind) => CellsAt + (SharedState.CellsOf(kind) * sizeof(long));

    public static Memory<long> CellsIn(SharedMemory memory, StateKind kind) => memory.Numbers(CellsAt, SharedState.CellsOf(kind));

    public bool Do(StepRequest request, CancellationToken cancellation)
    {
        if (request.Place is { } place)
        {
            _memory?.Dispose();
            _memory = SharedMemory.Open(place.Memory);
            _step = Guarded(place.Guard, SharedState.Create(place.Kind, CellsIn(_memory, place.Kind)), SharedSemaphore.Open(_memory, SemaphoreAt));
        }

        request.Steps?.ForEach(number => _step(number, cancellation));
        return true;
    }

    private static Action<long, CancellationToken> Guarded(Guard guard, SharedState state, SharedSemaphore semaphore) => guard switch
    {
        Guard.None => (number, _) => state.Step(number),
        Guard.Atomic => (number, _) => state.StepAtomically(number),
        Guard.Semaphore => (number, cancellation) =>
        {
            semaphore.Wait(cancellation);
            state.Step(number);
            semaphore.Release();
        }
        ,
        _ => throw new ArgumentOutOfRangeException(nameof(guard), guard, "Processes have no such guard."),
    };
}
