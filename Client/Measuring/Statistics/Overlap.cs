namespace Interleave.Client.Measuring.Statistics;

/// <summary>Counts what went on at the same time.</summary>
internal static class Overlap
{
    /// <summary>The most stretches of time that there were at once; one that ends where another begins does not overlap it.</summary>
    /// <param name="grain">Moments no longer than this are left out: the clocks behind the stretches agree no better.</param>
    public static int Most(IEnumerable<(long From, long To)> stretches, long grain = 0)
    {
        var edges = stretches.SelectMany(stretch => new[] { (At: stretch.From, Step: 1), (At: stretch.To, Step: -1) }).Order().ToList();
        var (now, most) = (0, 0);
        foreach (var ((at, step), (next, _)) in edges.Zip(edges.Skip(1)))
        {
            now += step;
            if (next - at > grain)
            {
                most = Math.Max(most, now);
            }
        }

        return most;
    }
}
