namespace Interleave.Client.Records;

/// <summary>What became of the operations of a trial; those that are in none of the others were still in progress.</summary>
internal sealed record OperationCounts(long Started, long Completed, long Failed, long TimedOut)
{
    public static OperationCounts None { get; } = new(0, 0, 0, 0);

    /// <summary>Failures that the scenario provoked: they are results, and do not spoil the trial.</summary>
    public long ExpectedFailures { get; init; }

    public static OperationCounts operator +(OperationCounts one, OperationCounts other) =>
        new(one.Started + other.Started, one.Completed + other.Completed, one.Failed + other.Failed, one.TimedOut + other.TimedOut)
        {
            ExpectedFailures = one.ExpectedFailures + other.ExpectedFailures,
        };
}
