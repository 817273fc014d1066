using Interleave.Client.Records;

namespace Interleave.Client.Capacity;

/// <summary>How much time a search for a capacity takes.</summary>
/// <param name="Trial">How long requests arrive in a trial; longer where fewer than a percentile needs would come.</param>
/// <param name="Launches">How many lives of each worker the capacity is confirmed over.</param>
/// <param name="Precision">The search ends when the lowest rate that failed is at most so many times the highest that held.</param>
internal sealed record Effort(TimeSpan Trial, int Launches, double Precision)
{
    /// <summary>Of fewer requests, the 99th percentile is the longest one by another name.</summary>
    private const double EnoughForPercentiles = 150;

    private const double LongestFactor = 3;

    public static Effort Of(Profile profile) => profile switch
    {
        Profile.Quick => new(TimeSpan.FromSeconds(1.5), Launches: 2, Precision: 1.08),
        Profile.Standard => new(TimeSpan.FromSeconds(4), Launches: 3, Precision: 1.05),
        _ => new(TimeSpan.FromSeconds(10), Launches: 5, Precision: 1.03),
    };

    public double SecondsAt(double rate) => Math.Clamp(EnoughForPercentiles / rate, Trial.TotalSeconds, LongestFactor * Trial.TotalSeconds);
}
