using Interleave.Grains.Location;
using Interleave.Grains.Work;

namespace Interleave.Grains.Cancel;

/// <summary>Works piece by piece until its token, which came with the call, is cancelled.</summary>
internal sealed class StoppableGrain(WaitClient http) : Grain, IStoppableGrain
{
    private TaskCompletionSource<WorkLog> _log = new();
    private StopReport? _report;

    public async Task Work(PiecesOfWork work, long result, CancellationToken stop)
    {
        var log = new WorkLog(result);
        if (!_log.TrySetResult(log))
        {
            // Nobody asked for the last report: that trial was given up.
            _log = new TaskCompletionSource<WorkLog>();
            _log.SetResult(log);
        }

        try
        {
            while (true)
            {
                log.Begin();
                log.Complete(await work.Piece.DoAsync(http, work.IntoAwaiting(stop)));
                await Task.Yield();
                stop.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            _report = log.CleanUp();
        }
    }

    public Task PassOn(long key, PiecesOfWork work, long result, CancellationToken stop) =>
        GrainFactory.GetGrain<IStoppableGrain>(key).Work(work, result, stop);

    public async Task WhenBegun() => await (await _log.Task).WhenBegun;

    public Task<StopReport> Report()
    {
        _log = new TaskCompletionSource<WorkLog>();
        return Task.FromResult(_report ?? throw new InvalidOperationException("This grain has not worked yet."));
    }

    public Task<string> Silo() => ThisSilo.Name;
}
