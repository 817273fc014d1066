using Interleave.Client.Models;

namespace Interleave.Client.Tests.Models;

public sealed class StartGateTests
{
    [Fact]
    public void Nobody_passes_before_the_last_has_arrived()
    {
        var gate = new StartGate(3);
        var passed = 0;
        var first = ThreadGroup.Start(2, () =>
        {
            gate.Pass(CancellationToken.None);
            Interlocked.Increment(ref passed);
        });

        Assert.Equal(0, Volatile.Read(ref passed)); // One is missing, and it is this thread.
        gate.Pass(CancellationToken.None);
        first.Join();

        Assert.Equal(2, passed);
    }

    [Fact]
    public void Waiting_for_somebody_who_never_comes_ends_with_the_trial()
    {
        using var cancellation = new CancellationTokenSource();
        var group = ThreadGroup.Start(() => new StartGate(2).Pass(cancellation.Token));

        cancellation.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(group.Join);
    }
}
