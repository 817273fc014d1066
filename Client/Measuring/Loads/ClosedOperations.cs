using Interleave.Client.Measuring.Tracing;

namespace Interleave.Client.Measuring.Loads;

/// <summary>The operations of a closed load: the next one is there as soon as a unit asks.</summary>
internal sealed class ClosedOperations(ClosedLoad load, Recorder recorder, CancellationToken cancellation) : Operations
{
    /// <summary>Of a load that ends by the clock nobody knows how many operations it will have.</summary>
    private const int ExpectedOfEachUnit = 100;

    private readonly LoadTrace? _trace =
        LoadTrace.OfCurrentTrial(load, load.Duration is null ? load.Operations : (long)load.Concurrency * ExpectedOfEachUnit);

    private readonly long _end = load.Duration is { } duration
        ? recorder.Clock.Now + recorder.Clock.FromNanoseconds((long)duration.TotalNanoseconds)
        : long.MaxValue;

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
        return number < load.Operations && (_end == long.MaxValue || recorder.Clock.Now < _end);
    }
}
