namespace Interleave.Client.Measuring.Statistics;

/// <summary>Counts what went on at the same time.</summary>
internal static class Overlap
{
    /// <summary>The most stretches of time that there were at once; one that ends where another begins does not overlap it.</summary>
    /// <param name="grain">Moments no longer than this are left out: the clocks behind the stretches agree no better.</param>
    public static int Most(IEnumerable<(long From, long To)> stretches, long grain = 0)
    {
        var most = 0;
        foreach (var (length, atOnce) in Between(stretches))
        {
            if (length > grain)
            {
                most = Math.Max(most, atOnce);
            }
        }

        return most;
    }

    /// <summary>How long there were two stretches or more at once.</summary>
    public static long Together(IEnumerable<(long From, long To)> stretches) => Lasting(stretches, atOnce: 2);

    /// <summary>How long there was any stretch.</summary>
    public static long Covered(IEnumerable<(long From, long To)> stretches) => Lasting(stretches, atOnce: 1);

    private static long Lasting(IEnumerable<(long From, long To)> stretches, int atOnce) =>
        Between(stretches).Sum(between => between.AtOnce >= atOnce ? between.Length : 0);

    /// <summary>The times between neighbouring beginnings and ends, and how many stretches there were in each.</summary>
    private static IEnumerable<(long Length, int AtOnce)> Between(IEnumerable<(long From, long To)> stretches)
    {
        var edges = stretches.SelectMany(stretch => new[] { (At: stretch.From, Step: 1), (At: stretch.To, Step: -1) }).Order().ToList();
        var now = 0;
        foreach (var ((at, step), (next, _)) in edges.Zip(edges.Skip(1)))
        {
            now += step;
            yield return (next - at, now);
        }
    }
}
