namespace Interleave.Client.Scenarios.Ipc;

/// <summary>Opens the two ends of a connection that passes through the operating system.</summary>
internal static class MessageEnds
{
    public static ISendingEnd OpenSending(MessageForm form) => form.Way switch
    {
        MessageWay.Pipe => new PipeSendingEnd(form),
        MessageWay.Socket => new SocketSendingEnd(form),
        MessageWay.Queue => new QueueSendingEnd(form),
        MessageWay.SharedMemory => new RingSendingEnd(form),
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "This way leads through no file."),
    };

    public static IReceivingEnd OpenReceiving(MessageForm form, string place) => form.Way switch
    {
        MessageWay.Pipe => new PipeReceivingEnd(form, place),
        MessageWay.Socket => new SocketReceivingEnd(form, place),
        MessageWay.Queue => new QueueReceivingEnd(form, place),
        MessageWay.SharedMemory => new RingReceivingEnd(form, place),
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "This way leads through no file."),
    };
}
