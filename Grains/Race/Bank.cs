using System.Runtime.CompilerServices;

namespace Interleave.Grains.Race;

/// <summary>Moves a coin from account to account in every step, and now and then looks whether the sum still holds.</summary>
/// <remarks>Balances are kept as what they differ from the first one by, so that memory of zeroes is a bank in order.</remarks>
public sealed class Bank : SharedState
{
    public const int CellsNeeded = FirstAccount + Accounts;

    /// <summary>What all balances sum up to, whatever is moved.</summary>
    public const long Money = 0;

    /// <summary>One step in so many looks at the sum and moves nothing.</summary>
    private const int StepsAnAudit = 50;

    private const int Accounts = 8;
    private const int AuditsCell = 0;
    private const int BrokenAuditsCell = 1;
    private const int FirstAccount = 2;

    private static readonly Reading NothingToWrite = new(-1, 0, -1, 0);

    internal Bank(Memory<long> cells)
        : base(cells)
    {
    }

    /// <summary>How many of the first so many steps are audits.</summary>
    public static long AuditsIn(long steps) => (steps + StepsAnAudit - 1) / StepsAnAudit;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override Reading Read(long number)
    {
        if (number % StepsAnAudit == 0)
        {
            Audit();
            return NothingToWrite;
        }

        var (from, to) = AccountsOf(number);
        var cells = Cells.Span;
        return new Reading(from, Volatile.Read(ref cells[from]), to, Volatile.Read(ref cells[to]));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Write(Reading reading)
    {
        if (reading != NothingToWrite)
        {
            var cells = Cells.Span;
            Volatile.Write(ref cells[reading.From], reading.FromValue - 1);
            Volatile.Write(ref cells[reading.To], reading.ToValue + 1);
        }
    }

    /// <remarks>Each of the two changes is atomic, and the two together are not: an audit may come between them.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void StepAtomically(long number)
    {
        if (number % StepsAnAudit == 0)
        {
            Audit();
            return;
        }

        var (from, to) = AccountsOf(number);
        var cells = Cells.Span;
        Interlocked.Decrement(ref cells[from]);
        Interlocked.Increment(ref cells[to]);
    }

    public override StateReport Report() => new(Sum(), Volatile.Read(ref Cells.Span[AuditsCell]), Volatile.Read(ref Cells.Span[BrokenAuditsCell]));

    private void Audit()
    {
        var sum = Sum();
        Interlocked.Increment(ref Cells.Span[AuditsCell]);
        if (sum != Money)
        {
            Interlocked.Increment(ref Cells.Span[BrokenAuditsCell]);
        }
    }

    private long Sum()
    {
        var sum = 0L;
        foreach (ref var balance in Cells.Span.Slice(FirstAccount, Accounts))
        {
            sum += Volatile.Read(ref balance);
        }

        return sum;
    }

    /// <summary>Two different accounts, spread over all pairs by the golden ratio.</summary>
    private static (int From, int To) AccountsOf(long number)
    {
        var spread = ((ulong)number * 0x9E3779B97F4A7C15) >> 32;
        var from = (int)(spread % Accounts);
        var to = (from + 1 + (int)(spread / Accounts % (Accounts - 1))) % Accounts;
        return (FirstAccount + from, FirstAccount + to);
    }
}
