using Interleave.Client.Measuring.Tracing;

namespace Interleave.Client.Measuring.Loads;

/// <summary>The operations of a closed load: the next one is there as soon as a unit asks.</summary>
internal sealed class ClosedOperations(ClosedLoad load, Recorder recorder, CancellationToken cancellation) : Operations
{
    private readonly LoadTrace? _trace = LoadTrace.OfCurrentTrial(load, load.Operations);
    private long _taken;

    protected override bool UnitsWait => false;

    public override IEnumerator<Operation> GetEnumerator()
    {
        using var unit = new UnitLife(recorder.Units, _trace?.StartUnit());
        while (TryTake(out var operation))
        {
            yield return unit.Take(operation);
        }
    }

    public override async IAsyncEnumerator<Operation> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        using var unit = new UnitLife(recorder.Units, _trace?.StartUnit());
        while (TryTake(out var operation))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return unit.Take(operation);
        }

        await Task.CompletedTask;
    }

    private bool TryTake(out Operation operation)
    {
        cancellation.ThrowIfCancellationRequested();
        var number = Interlocked.Increment(ref _taken) - 1;
        operation = new Operation(number, null, recorder) { Expects = load.Expects };
        return number < load.Operations;
    }
}
