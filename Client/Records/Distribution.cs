namespace Interleave.Client.Records;

/// <summary>How often each value of a metric occurred within one trial: enough to draw its percentile curve.</summary>
/// <param name="Unit">Of the bounds, UCUM-style.</param>
/// <param name="UpperBounds">The largest value of each bucket that holds any, ascending; buckets are at most 1.6 % wide.</param>
/// <param name="Counts">How many values each bucket holds.</param>
internal sealed record Distribution(string Unit, IReadOnlyList<double> UpperBounds, IReadOnlyList<long> Counts);
