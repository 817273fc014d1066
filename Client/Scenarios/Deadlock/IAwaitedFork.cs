namespace Interleave.Client.Scenarios.Deadlock;

/// <summary>A fork that is awaited where somebody else holds it.</summary>
internal interface IAwaitedFork : IDisposable
{
    bool TryTake();

    /// <exception cref="OperationCanceledException">The fork is not taken: the wait was given up.</exception>
    Task TakeAsync(CancellationToken giveWay);

    void Put();
}
