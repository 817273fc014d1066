using Interleave.Client.Scenarios.Io;
using Interleave.Grains.Work;

namespace Interleave.Client.Tests.Scenarios.Io;

public sealed class IoAnswerTests
{
    [Fact]
    public void Each_completion_is_compared_with_the_one_before()
    {
        var answer = new IoAnswer([Complete(3, 10), Complete(2, 11), Complete(1, 13), Complete(4, 12)]);

        Assert.Equal(1.0 / 3, answer.InOrderOf(completion => completion.Operation), 9);
        Assert.Equal(2.0 / 3, answer.InOrderOf(completion => completion.Reply.Order), 9);
    }

    [Fact]
    public void One_completion_has_no_order() =>
        Assert.True(double.IsNaN(new IoAnswer([Complete(1, 1)]).InOrderOf(completion => completion.Operation)));

    private static Completion Complete(long operation, long order) => new(operation, new WaitReply(order, 0, TimeSpan.Zero, 1));
}
