namespace Interleave.Client.Scenarios.Deadlock;

/// <summary>A fork for tasks, which may run on several threads at once.</summary>
internal sealed class SemaphoreFork : IAwaitedFork
{
    private readonly SemaphoreSlim _fork = new(1, 1);

    public bool TryTake() => _fork.Wait(TimeSpan.Zero, CancellationToken.None);

    public Task TakeAsync(CancellationToken giveWay) => _fork.WaitAsync(giveWay);

    public void Put() => _fork.Release();

    public void Dispose() => _fork.Dispose();
}
