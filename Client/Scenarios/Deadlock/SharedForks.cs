using System.Diagnostics;
using Interleave.Client.Models.Processes;

namespace Interleave.Client.Scenarios.Deadlock;

/// <summary>Forks in memory that processes share: a semaphore each, and notes of who holds it and who waits for it.</summary>
/// <remarks>The notes are kept as those of a <see cref="Table"/> are.</remarks>
internal sealed class SharedForks(SharedMemory memory, int philosophers)
{
    private const int Nobody = 0;

    private readonly SharedSemaphore[] _forks = [.. Enumerable.Range(0, philosophers).Select(fork => SharedSemaphore.Open(memory, PlaceOf(fork)))];
    private readonly SharedSemaphore _seats = SharedSemaphore.Open(memory, PlaceOf(philosophers));
    private readonly Memory<long> _holders = memory.Numbers(PlaceOf(philosophers + 1), philosophers);
    private readonly Memory<long> _awaited = memory.Numbers(PlaceOf(philosophers + 1) + (philosophers * sizeof(long)), philosophers);
    private readonly Memory<long> _since = memory.Numbers(PlaceOf(philosophers + 1) + (2 * philosophers * sizeof(long)), philosophers);
    private readonly Memory<long> _withFork = memory.Numbers(PlaceOf(philosophers + 1) + (3 * philosophers * sizeof(long)), 1);

    /// <summary>Lays the table in new memory.</summary>
    public static SharedMemory Lay(int philosophers)
    {
        var memory = SharedMemory.Create(PlaceOf(philosophers + 1) + (((3 * philosophers) + 1) * sizeof(long)));
        Enumerable.Range(0, philosophers).ToList().ForEach(fork => SharedSemaphore.Create(memory, PlaceOf(fork), value: 1));
        SharedSemaphore.Create(memory, PlaceOf(philosophers), philosophers - 1);
        return memory;
    }

    public void Seat(CancellationToken cancellation) => _seats.Wait(cancellation);

    public void Leave() => _seats.Release();

    /// <exception cref="OperationCanceledException">The philosopher was told to give way, and does not hold the fork.</exception>
    public void Take(int fork, int philosopher, CancellationToken giveWay)
    {
        Volatile.Write(ref _since.Span[philosopher], Stopwatch.GetTimestamp());
        Volatile.Write(ref _awaited.Span[philosopher], fork + 1);
        try
        {
            _forks[fork].Wait(giveWay);
        }
        finally
        {
            Volatile.Write(ref _awaited.Span[philosopher], Nobody);
        }

        Volatile.Write(ref _holders.Span[fork], philosopher + 1);
    }

    public void Put(int fork)
    {
        Volatile.Write(ref _holders.Span[fork], Nobody);
        _forks[fork].Release();
    }

    /// <summary>Returns when every philosopher has said that it holds one fork.</summary>
    public void AwaitAll(CancellationToken cancellation)
    {
        Interlocked.Increment(ref _withFork.Span[0]);
        while (Volatile.Read(ref _withFork.Span[0]) < philosophers)
        {
            cancellation.ThrowIfCancellationRequested();
            cancellation.WaitHandle.WaitOne(1);
        }
    }

    /// <summary>A circle that cannot have come about by reading one thing before and another thing later.</summary>
    public IReadOnlyList<ForkWait>? FindCircle()
    {
        var waits = ReadWaits();
        int?[] holders = [.. Read(_holders).Select(holder => holder == Nobody ? (int?)null : (int)holder - 1)];
        return new WaitForGraph(holders, [.. waits.Zip(ReadWaits(), (before, after) => IsSame(before, after) ? before : null)]).FindCircle();
    }

    private static bool IsSame(ForkWait? before, ForkWait? after) => (before?.Fork, before?.Since) == (after?.Fork, after?.Since);

    private static int PlaceOf(int semaphore) => semaphore * SharedSemaphore.Size;

    private ForkWait?[] ReadWaits() =>
    [
        .. Read(_awaited).Zip(Read(_since), (fork, since) => (fork, since))
            .Select((wait, philosopher) => wait.fork == Nobody ? null : new ForkWait(philosopher, (int)wait.fork - 1, wait.since)),
    ];

    private static long[] Read(Memory<long> numbers) => [.. Enumerable.Range(0, numbers.Length).Select(number => Volatile.Read(ref numbers.Span[number]))];
}
