namespace Interleave.Grains.Race;

/// <summary>State that units share, and change in numbered steps: each reads, changes and writes.</summary>
/// <remarks>A step reads and writes memory where it says so, and never a register: no compiler may leave one out or put two together.</remarks>
public abstract class SharedState
{
    private protected SharedState(Memory<long> cells)
    {
        Cells = cells;
    }

    private protected Memory<long> Cells { get; }

    /// <param name="kind">What is shared.</param>
    /// <param name="cells">Memory that holds at least <see cref="CellsOf"/> numbers, all of them zero.</param>
    public static SharedState Create(StateKind kind, Memory<long> cells) => kind == StateKind.Counter ? new Counter(cells) : new Bank(cells);

    public static SharedState Create(StateKind kind) => Create(kind, new long[CellsOf(kind)]);

    public static int CellsOf(StateKind kind) => kind == StateKind.Counter ? Counter.CellsNeeded : Bank.CellsNeeded;

    /// <summary>A whole step; nothing keeps another unit from coming between its halves.</summary>
    public void Step(long number) => Write(Read(number));

    /// <summary>The first half of a step.</summary>
    public abstract Reading Read(long number);

    /// <summary>The second half of a step: writes what follows from what was read.</summary>
    public abstract void Write(Reading reading);

    /// <summary>A whole step in which each single change is an atomic instruction of the processor.</summary>
    public abstract void StepAtomically(long number);

    public abstract StateReport Report();
}
