namespace Interleave.Grains.OwnWork;

/// <summary>No lock is needed: nobody else takes a turn between reading and writing.</summary>
internal sealed class KeyGrain : Grain, IKeyGrain
{
    private int _trial;
    private long _count;

    public Task<long> Change(int trial, StateStep step, Machinery machinery, CancellationToken cancellation)
    {
        var read = trial == _trial ? _count : 0;
        StepWork.Work(step, machinery, cancellation);
        (_trial, _count) = (trial, read + 1);
        return Task.FromResult(_count);
    }
}
