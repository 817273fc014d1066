namespace Interleave.Client.Scenarios.Tree;

/// <summary>Where leaves wait until all of them live.</summary>
internal sealed class LeafGate(int leaves)
{
    private readonly TaskCompletionSource _allLive = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _live;

    public Task AwaitOthersAsync()
    {
        if (Interlocked.Increment(ref _live) == leaves)
        {
            _allLive.SetResult();
        }

        return _allLive.Task;
    }
}
