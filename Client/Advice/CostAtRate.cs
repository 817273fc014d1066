using Interleave.Client.Capacity;
using Interleave.Client.Measuring.Metrics;
using MathNet.Numerics.Statistics;

namespace Interleave.Client.Advice;

/// <summary>What a model costs at the rate that was asked for: medians over launches; not a number where it was not measured.</summary>
internal sealed record CostAtRate(double Cores, double Memory, double Threads)
{
    /// <summary>Nobody chooses by less.</summary>
    private const double SameCores = 0.05;
    private const double SameShare = 0.15;
    private const double SameMemory = 8 << 20;

    public static CostAtRate Of(ModelCapacity model)
    {
        var figures = model.Asked.Where(trial => trial.Holds).Select(trial => GoalJudge.FiguresOf(trial.Trial)).ToList();
        return new CostAtRate(Median(WorkMetrics.Cores), Median(CommonMetrics.Memory), Median(CommonMetrics.Threads));

        double Median(Metric metric) => figures.Where(trial => trial.ContainsKey(metric.Name)).Select(trial => trial[metric.Name]).Median();
    }

    public bool CostsTheSameCores(CostAtRate other) => IsNear(Cores, other.Cores, SameCores);

    public bool CostsTheSameMemory(CostAtRate other) => IsNear(Memory, other.Memory, SameMemory);

    /// <summary>What is unknown differs from nothing.</summary>
    private static bool IsNear(double one, double other, double same) => !(Math.Abs(one - other) > Math.Max(same, SameShare * Math.Max(one, other)));
}
