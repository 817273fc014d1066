using MathNet.Numerics.Statistics;

namespace Interleave.Client.Measuring.Statistics;

/// <summary>Decides from the figures of the warm-up when measuring may begin.</summary>
/// <param name="Window">How many of the last values must agree.</param>
/// <param name="Tolerance">How far each of them may lie from their median, as a share of it.</param>
/// <param name="Most">After this many values measuring begins all the same, and the run says that it never was steady.</param>
internal sealed record Steadiness(int Window = 3, double Tolerance = 0.1, int Most = 8)
{
    public WarmUp Judge(IReadOnlyList<double> values)
    {
        if (IsSteady(values))
        {
            return WarmUp.Steady;
        }

        return values.Count < Most ? WarmUp.GoesOn : WarmUp.NeverSteady;
    }

    private bool IsSteady(IReadOnlyList<double> values)
    {
        if (values.Count < Window)
        {
            return false;
        }

        var last = values.TakeLast(Window).ToArray();
        var median = last.Median();
        return last.All(value => Math.Abs(value - median) <= Tolerance * Math.Abs(median));
    }
}
