namespace Interleave.Client.Records;

/// <summary>What a traced trial took beside the measured ones, for a trace shows the measured work only as far as it took as long.</summary>
/// <param name="Time">Seconds.</param>
/// <param name="MeasuredTime">The median of the measured rounds in seconds; null where none was sound.</param>
internal sealed record TracedTrial(string Scenario, string Variant, string Model, double Time, double? MeasuredTime)
{
    /// <summary>Beyond this, tracing changed what it shows.</summary>
    public const double TolerableRatio = 1.3;

    public double? Ratio => Time / MeasuredTime;

    public bool IsFaithful => Ratio is { } ratio and >= 1 / TolerableRatio and <= TolerableRatio;
}
