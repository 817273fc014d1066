using System.Reflection;
using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Models;
using Interleave.Client.Records;

namespace Interleave.Client.Scenarios;

/// <summary>Base of every scenario: says what is asked, of whom, and how an answer is checked and measured.</summary>
/// <typeparam name="TJob">The inputs, the same for every model.</typeparam>
/// <typeparam name="TAnswer">What every model must find out.</typeparam>
internal abstract class Scenario<TJob, TAnswer> : IScenario
{
    public abstract string Name { get; }

    public abstract string Question { get; }

    public virtual IReadOnlyList<Parameter> Parameters => [];

    public virtual IReadOnlyList<TextParameter> Texts => [];

    public abstract IReadOnlyList<Metric> Metrics { get; }

    public virtual IReadOnlyList<Metric> Headlines => [.. Metrics.Where(metric => metric.Better != Better.Neither)];

    public virtual IReadOnlyList<FigureOverVariants> FiguresOverVariants => [];

    public virtual ScenarioDefinition? Definition => null;

    public virtual Assembly? GrainContracts => null;

    public virtual PlotKind? PreferredPlot => null;

    public virtual IReadOnlyList<Situation> Situations => [];

    public IReadOnlyList<Model> Models => [.. Workloads.Select(workload => workload.Model)];

    protected abstract IReadOnlyList<Workload<TJob, TAnswer>> Workloads { get; }

    public virtual string? WhyNot(Model model) => null;

    public IReadOnlyList<IVariant> Variants(Settings settings) =>
        [.. Jobs(settings).Select(variant => new BoundVariant<TJob, TAnswer>(this, Workloads, variant, settings.Of(Parameters, variant.Fixes)))];

    /// <summary>The job without any concurrency; null unless the scenario compares with that.</summary>
    public virtual Func<CancellationToken, TAnswer>? Sequentially(TJob job) => null;

    public abstract IEnumerable<Expectation> Check(TJob job, TAnswer answer, MeasuredTrial trial);

    public abstract IEnumerable<Measurement> Measure(TJob job, TAnswer answer, MeasuredTrial trial);

    protected abstract IEnumerable<Variant<TJob>> Jobs(Settings settings);
}
