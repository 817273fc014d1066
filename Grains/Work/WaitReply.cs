namespace Interleave.Grains.Work;

/// <summary>What the I/O server answered.</summary>
/// <param name="Order">The server's own number of this answer: it counts them as it sends them.</param>
/// <param name="Bytes">The bytes of the body that came.</param>
/// <param name="Lateness">How much later than asked the server began to send its answer, by its own clock.</param>
/// <param name="ProcessId">The process that waited: a silo's, for a grain.</param>
[GenerateSerializer, Immutable]
public sealed record WaitReply(long Order, long Bytes, TimeSpan Lateness, int ProcessId)
{
    public const string OrderHeader = "Answer-Order";

    /// <summary>In nanoseconds.</summary>
    public const string LatenessHeader = "Answer-Lateness";
}
