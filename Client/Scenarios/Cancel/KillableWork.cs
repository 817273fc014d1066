using Interleave.Client.Models;
using Interleave.Client.Models.Processes;
using Interleave.Grains.Cancel;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Cancel;

/// <summary>Works piece by piece until its process is killed.</summary>
internal sealed class KillableWork : IProcessWork<KillableRequest, bool>
{
    /// <summary>What one of them needs of the memory that outlives it.</summary>
    public const int Bytes = WorkLog.Fields * sizeof(long);

    private readonly WaitClient _http = WaitClient.Blocking();

    /// <returns>When the work has begun; never, where the process is to stay.</returns>
    public bool Do(KillableRequest request, CancellationToken cancellation)
    {
        if (request is not { Piece: { } piece, Memory: { } path })
        {
            cancellation.WaitHandle.WaitOne();
            return false;
        }

        var log = new WorkLog(SharedMemory.Open(path).Numbers(request.Offset, WorkLog.Fields), request.Result);
        var work = piece.ToWork();
        using var begun = new ManualResetEventSlim();
        log.WhenBegun.ContinueWith(_ => begun.Set(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        ThreadGroup.Start(() =>
        {
            while (true)
            {
                log.Begin();
                log.Complete(work.Do(_http, CancellationToken.None));
            }
        });
        begun.Wait(cancellation);
        return true;
    }
}
