namespace Interleave.Client.Scenarios.OwnWork;

/// <summary>A key that is waited for without a thread.</summary>
internal sealed class AwaitedKey : Key
{
    public SemaphoreSlim Free { get; } = new(1, 1);
}
