using Interleave.Embedded.Network;

namespace Runtime.Tests.Embedded.Network;

public sealed class FrameOutboxTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task An_end_that_reads_nothing_is_given_up_when_too_much_waits_for_it()
    {
        const int FrameLength = 1 << 20;
        const int MostFrames = 64;
        var pipes = new TestPipes();
        var ended = new TaskCompletionSource();
        pipes.Connection.ConnectionClosed.Register(ended.SetResult);
        var outbox = new FrameOutbox(pipes.Connection);
        var frame = new byte[FrameLength];

        var written = 0;
        while (written <= 2 * MostFrames && outbox.Write(frame))
        {
            written++;
        }

        Assert.InRange(written, MostFrames, MostFrames + 1);
        await ended.Task.WaitAsync(Limit);
        Assert.False(outbox.Write(frame));
    }
}
