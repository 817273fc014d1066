namespace Interleave.Client.Records;

/// <summary>What became of the operations of a trial; whatever is in none of the last three was still in progress.</summary>
internal sealed record OperationCounts(long Started, long Completed, long Failed, long TimedOut);
