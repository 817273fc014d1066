using System.Runtime.CompilerServices;

namespace Interleave.Grains.Race;

/// <summary>Adds one in every step: what is missing in the end was lost.</summary>
internal sealed class Counter(Memory<long> cells) : SharedState(cells)
{
    public const int CellsNeeded = 1;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override Reading Read(long number) => new(0, 0, 0, Volatile.Read(ref Cells.Span[0]));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Write(Reading reading) => Volatile.Write(ref Cells.Span[0], reading.ToValue + 1);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void StepAtomically(long number) => Interlocked.Increment(ref Cells.Span[0]);

    public override StateReport Report() => new(Volatile.Read(ref Cells.Span[0]), 0, 0);
}
