namespace Interleave.Client.Measuring.Statistics;

/// <summary>Where a measured curve leaves a level for good: the size at which a gain begins, or the rate at which latency runs away.</summary>
internal static class Crossing
{
    /// <summary>The least x from which on all values lie above the level, by interpolation between the two points on either side.</summary>
    /// <param name="points">In any order; x and y above 0, for both are taken on logarithmic scales.</param>
    /// <returns>Null where the last value does not lie above; the first x where all of them do.</returns>
    /// <remarks>A value that lies above by chance, with one below after it, does not count: the last crossing is taken.</remarks>
    public static double? Upwards(IEnumerable<(double X, double Y)> points, double level)
    {
        var curve = points.OrderBy(point => point.X).ToList();
        var below = curve.FindLastIndex(point => !(point.Y > level));
        if (below == curve.Count - 1)
        {
            return null;
        }

        if (below < 0)
        {
            return curve[0].X;
        }

        var ((x0, y0), (x1, y1)) = (curve[below], curve[below + 1]);
        return x0 * Math.Pow(x1 / x0, Math.Log(level / y0) / Math.Log(y1 / y0));
    }
}
