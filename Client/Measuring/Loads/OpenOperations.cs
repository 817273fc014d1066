using Interleave.Client.Measuring.Tracing;

namespace Interleave.Client.Measuring.Loads;

/// <summary>The operations of an open load: a unit that asks waits until the next one is due, or takes one that has been due for long.</summary>
/// <remarks>An idle unit holds the next number and waits for its due time, so an operation can only start late when every unit is busy.</remarks>
internal sealed class OpenOperations(OpenLoad load, Recorder recorder, IPacer pacer, CancellationToken cancellation) : Operations
{
    private readonly LoadTrace? _trace = LoadTrace.OfCurrentTrial(load, pacer.Operations);
    private int _units;
    private long _reserved;

    protected override bool UnitsWait => true;

    /// <summary>Handed out by a thread of its own, at due times drawn from the load.</summary>
    public static OpenOperations Paced(OpenLoad load, Recorder recorder, CancellationToken cancellation)
    {
        var schedule = ArrivalSchedule.Of(load);
        recorder.Generator.Planned(schedule.Length, load.Tolerance);
        var pacer = new PacerThread(schedule, recorder.Clock, recorder.Generator, cancellation);
        cancellation.Register(pacer.Begin); // A load that never began wakes those who wait for it, too.
        return new OpenOperations(load, recorder, pacer, cancellation);
    }

    public override IEnumerator<Operation> GetEnumerator()
    {
        using var unit = new UnitLife(recorder.Units, _trace?.StartUnit());
        BeginWhenAllUnitsLive();
        while (TryReserve(out var number))
        {
            pacer.Wait(number);
            if (TryTake(number, out var operation))
            {
                yield return unit.Take(operation);
            }
        }
    }

    public override async IAsyncEnumerator<Operation> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        using var unit = new UnitLife(recorder.Units, _trace?.StartUnit());
        BeginWhenAllUnitsLive();
        while (TryReserve(out var number))
        {
            await pacer.WaitAsync(number);
            cancellationToken.ThrowIfCancellationRequested();
            if (TryTake(number, out var operation))
            {
                yield return unit.Take(operation);
            }
        }
    }

    /// <summary>Operations that were due while units were still being created would show what creating them takes.</summary>
    private void BeginWhenAllUnitsLive()
    {
        if (Interlocked.Increment(ref _units) == load.Concurrency)
        {
            pacer.Begin();
            recorder.LastDue = pacer.Operations > 0 ? pacer.DueAt(pacer.Operations - 1) : null;
        }
    }

    private bool TryReserve(out long number)
    {
        cancellation.ThrowIfCancellationRequested();
        number = Interlocked.Increment(ref _reserved) - 1;
        return number < pacer.Operations;
    }

    private bool TryTake(long number, out Operation operation)
    {
        cancellation.ThrowIfCancellationRequested();
        operation = new Operation(number, pacer.DueAt(number), recorder) { Expects = load.Expects };
        var lastStart = pacer.DueAt(pacer.Operations - 1) + recorder.Clock.FromNanoseconds((long)load.Drain.TotalNanoseconds);
        if (recorder.Clock.Now > lastStart)
        {
            recorder.Dropped(pacer.DueAt(number));
            return false;
        }

        recorder.Generator.HandedOut();
        return true;
    }
}
