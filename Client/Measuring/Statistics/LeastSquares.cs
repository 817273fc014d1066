using MathNet.Numerics;

namespace Interleave.Client.Measuring.Statistics;

/// <summary>Fits a straight line to points.</summary>
internal static class LeastSquares
{
    /// <returns>How much y grows with each x; not a number where fewer than two points are known.</returns>
    public static double Slope(IReadOnlyList<(double X, double Y)> points)
    {
        var known = points.Where(point => double.IsFinite(point.X) && double.IsFinite(point.Y)).ToList();
        return known.Count < 2 ? double.NaN : Fit.Line([.. known.Select(point => point.X)], [.. known.Select(point => point.Y)]).B;
    }
}
