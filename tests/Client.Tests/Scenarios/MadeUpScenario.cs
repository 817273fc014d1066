using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Tests.Scenarios;

/// <summary>Doubles a number; the job is the number.</summary>
internal sealed class MadeUpScenario(Workload<int, int> workload) : Scenario<int, int>
{
    public override string Name => "double";

    public override string Question => "What is twice the number?";

    public override IReadOnlyList<Metric> Metrics => [];

    /// <summary>How the work is done in sequence.</summary>
    public Func<int, int>? InSequence { get; init; }

    protected override IReadOnlyList<Workload<int, int>> Workloads => [workload];

    public override Func<CancellationToken, int>? Sequentially(int job) => InSequence is null ? null : _ => InSequence(job);

    public override IEnumerable<Expectation> Check(int job, int answer, MeasuredTrial trial) => [Expectation.Equal("doubled", 2 * job, answer)];

    public override IEnumerable<Measurement> Measure(int job, int answer, MeasuredTrial trial) => [];

    protected override IEnumerable<Variant<int>> Jobs(Settings settings) => [new Variant<int>("four", 4)];
}
