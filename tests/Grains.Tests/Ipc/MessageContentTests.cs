using Interleave.Grains.Ipc;

namespace Interleave.Grains.Tests.Ipc;

public sealed class MessageContentTests
{
    [Theory]
    [InlineData(MessageContent.SmallestSize, 0)]
    [InlineData(64, 7)]
    [InlineData(4096, 1_000_000)]
    [InlineData(MessageContent.LargestSize, long.MaxValue)]
    public void A_message_is_intact_and_carries_its_number(int size, long number)
    {
        var message = new byte[size];

        MessageContent.Fill(message, number);

        Assert.True(MessageContent.IsIntact(message));
        Assert.Equal(number, MessageContent.NumberOf(message));
    }

    [Fact]
    public void A_single_wrong_byte_anywhere_shows()
    {
        var message = new byte[200];
        MessageContent.Fill(message, 5);

        Assert.All(Enumerable.Range(0, message.Length), place =>
        {
            byte[] changed = [.. message];
            changed[place] ^= 1;
            Assert.False(MessageContent.IsIntact(changed) && MessageContent.NumberOf(changed) == 5);
        });
    }

    [Fact]
    public void Bytes_of_another_message_show()
    {
        var (first, second) = (new byte[64], new byte[64]);
        MessageContent.Fill(first, 1);
        MessageContent.Fill(second, 2);

        first.AsSpan(0, 8).CopyTo(second);

        Assert.False(MessageContent.IsIntact(second));
    }

    [Fact]
    public void A_tally_counts_what_is_damaged_apart()
    {
        var tally = new MessageTally();
        var message = new byte[64];
        foreach (var number in new[] { 3, 4 })
        {
            MessageContent.Fill(message, number);
            tally.Take(message);
        }

        message[^1] ^= 1;
        tally.Take(message);

        Assert.Equal(new ReceivedMessages(Count: 3, Intact: 2, Numbers: 7), tally.Result);
    }
}
