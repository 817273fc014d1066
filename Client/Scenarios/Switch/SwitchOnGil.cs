using Interleave.Client.Models;

namespace Interleave.Client.Scenarios.Switch;

/// <summary>Two threads under one lock: each hand-over is a switch of threads, and one of the lock as well.</summary>
internal sealed class SwitchOnGil() : SwitchWorkload(Model.Gil)
{
    public override Task<SwitchAnswer> RunAsync(SwitchJob job, TrialContext trial, CancellationToken cancellation)
    {
        var gil = new GlobalLock();
        using var there = new ReleasingBox(gil, new EventBox());
        using var back = new ReleasingBox(gil, new EventBox());
        var rally = new Rally(job, trial, there, back, cancellation);

        GilGroup.Run(gil, rally.Ping, rally.Pong);
        return Task.FromResult(new SwitchAnswer(rally.Returns));
    }

    /// <summary>Lets go of the lock while it waits for the ball.</summary>
    private sealed class ReleasingBox(GlobalLock gil, EventBox box) : IBallBox
    {
        public void Put(long ball) => box.Put(ball);

        public long Take() => gil.Released(box.Take);

        public void Dispose() => box.Dispose();
    }
}
