namespace Interleave.Grains.Ipc;

/// <summary>Checks each message that comes, and counts.</summary>
public sealed class MessageTally
{
    private long _count;
    private long _intact;
    private long _numbers;

    public ReceivedMessages Result => new(_count, _intact, _numbers);

    public void Take(ReadOnlySpan<byte> message)
    {
        _count++;
        if (MessageContent.IsIntact(message))
        {
            _intact++;
            _numbers += MessageContent.NumberOf(message);
        }
    }
}
