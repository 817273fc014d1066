namespace Interleave.Client.Judging;

/// <summary>A median and what surrounds it.</summary>
internal readonly record struct Interval(double Median, double Low, double High)
{
    public bool Contains(double value) => Low <= value && value <= High;

    /// <summary>Whether the whole interval lies within these bounds.</summary>
    public bool Within(double low, double high) => low <= Low && High <= high;
}
