using MathNet.Numerics;
using MathNet.Numerics.LinearRegression;

namespace Interleave.Client.Scaling;

/// <summary>Fits the law to throughputs, by least squares on a form of it that is linear: N/C(N) − 1 = σ(N − 1) + κN(N − 1).</summary>
/// <remarks>
/// Neither cost can be negative. With one point beyond that of one, contention and crosstalk cannot be told apart: all of the loss is taken for contention.
/// </remarks>
internal static class ScalabilityFit
{
    /// <param name="capacities">Throughput over that of one, by number; one itself says nothing, and may be left out.</param>
    public static ScalabilityLaw Of(IReadOnlyList<(double Number, double Capacity)> capacities)
    {
        var points = capacities.Where(point => point.Number > 1).ToList();
        double[][] costs = [.. points.Select(point => (double[])[point.Number - 1, point.Number * (point.Number - 1)])];
        double[] losses = [.. points.Select(point => (point.Number / point.Capacity) - 1)];
        if (points.Count == 0)
        {
            throw new ArgumentException("The law needs the throughput of more than one.", nameof(capacities));
        }

        if (points.Select(point => point.Number).Distinct().Count() > 1
            && MultipleRegression.QR(costs, losses) is [>= 0 and var contention, >= 0 and var crosstalk])
        {
            return new ScalabilityLaw(contention, crosstalk);
        }

        // The best law that has one of the two costs only; the other would have been negative.
        var contended = new ScalabilityLaw(Alone(costs, losses, cost: 0), 0);
        var crossed = new ScalabilityLaw(0, Alone(costs, losses, cost: 1));
        return points.Count == 1 || Misfit(contended) <= Misfit(crossed) ? contended : crossed;

        double Misfit(ScalabilityLaw law) =>
            costs.Zip(losses).Sum(point => Math.Pow((law.Contention * point.First[0]) + (law.Crosstalk * point.First[1]) - point.Second, 2));
    }

    /// <summary>The share of the variation of throughput that a law explains; null where there is none, or only one point beyond that of one.</summary>
    public static double? Determination(ScalabilityLaw law, IReadOnlyList<(double Number, double Capacity)> capacities)
    {
        var measured = capacities.Select(point => point.Capacity).ToList();
        return capacities.Count < 3 || measured.Distinct().Count() == 1
            ? null
            : GoodnessOfFit.CoefficientOfDetermination(capacities.Select(point => law.Capacity(point.Number)), measured);
    }

    private static double Alone(double[][] costs, double[] losses, int cost) =>
        Math.Max(0, costs.Zip(losses).Sum(point => point.First[cost] * point.Second) / costs.Sum(point => point[cost] * point[cost]));
}
