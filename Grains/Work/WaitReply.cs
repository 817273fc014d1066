namespace Interleave.Grains.Work;

/// <summary>What came of a wait.</summary>
/// <param name="Order">The number in the answer: the I/O server's count of its answers as it sends them, a file's block, or what a row was to hold.</param>
/// <param name="Bytes">The bytes that came.</param>
/// <param name="Lateness">How much later than asked the I/O server began to send its answer, by its own clock; zero of files and rows.</param>
/// <param name="ProcessId">The process that waited: a silo's, for a grain.</param>
[GenerateSerializer, Immutable]
public sealed record WaitReply(long Order, long Bytes, TimeSpan Lateness, int ProcessId)
{
    public const string OrderHeader = "Answer-Order";

    /// <summary>In nanoseconds.</summary>
    public const string LatenessHeader = "Answer-Lateness";
}
