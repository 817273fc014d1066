using MathNet.Numerics.Statistics;

namespace Interleave.Client.Measuring.Statistics;

/// <summary>Decides from the trials of the warm-up when measuring may begin.</summary>
/// <param name="Window">How many of the last values must agree.</param>
/// <param name="Tolerance">How far each of them may lie from their median, as a share of it.</param>
/// <param name="Most">After this many trials measuring begins all the same, and the run says that it never was steady.</param>
/// <param name="Longest">Nor is it waited for steadiness when the trials so far have taken as long as this, in seconds.</param>
/// <remarks>A time that a delay decides is steady from the start, while the compiler still works: so processor time, without the
/// compiler's, and the compiler count too.</remarks>
internal sealed record Steadiness(int Window = 3, double Tolerance = 0.1, int Most = 12, double Longest = double.PositiveInfinity)
{
    private const double MostCompiling = 0.01;

    /// <summary>Processor time varies by so much whatever is done: interrupts, timers, a collection.</summary>
    private const double CpuTimeSlack = 0.005;

    public WarmUp Judge(IReadOnlyList<WarmUpSample> samples)
    {
        if (IsSteady(samples))
        {
            return WarmUp.Steady;
        }

        return samples.Count < Most && samples.Sum(sample => sample.Time ?? 0) < Longest ? WarmUp.GoesOn : WarmUp.NeverSteady;
    }

    private bool IsSteady(IReadOnlyList<WarmUpSample> samples)
    {
        if (samples.Count < Window)
        {
            return false;
        }

        var last = samples.TakeLast(Window).ToList();
        return Agree([.. last.Select(sample => sample.Time).OfType<double>()], slack: 0)
            && Agree([.. last.Select(sample => sample.Working).OfType<double>()], CpuTimeSlack)
            && !(last[^1].CompilingShare >= MostCompiling);
    }

    private bool Agree(double[] values, double slack)
    {
        var median = values.Median();
        return values.All(value => Math.Abs(value - median) <= Math.Max(slack, Tolerance * Math.Abs(median)));
    }
}
