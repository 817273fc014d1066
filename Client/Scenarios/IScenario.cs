using System.Reflection;
using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Models;

namespace Interleave.Client.Scenarios;

/// <summary>A question put to every model that can answer it.</summary>
internal interface IScenario
{
    string Name { get; }

    string Question { get; }

    IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>Texts that it can be given, beside its numbers.</summary>
    IReadOnlyList<TextParameter> Texts => [];

    /// <summary>The scenario's own metrics, beside <see cref="CommonMetrics"/>.</summary>
    IReadOnlyList<Metric> Metrics { get; }

    /// <summary>Those of its metrics that answer the question, the one that a summary shows first.</summary>
    IReadOnlyList<Metric> Headlines { get; }

    /// <summary>What is worked out of several variants, such as a break-even size.</summary>
    IReadOnlyList<FigureOverVariants> FiguresOverVariants => [];

    /// <summary>Set where the kind of plot that the variants suggest is not the one that tells most.</summary>
    PlotKind? PreferredPlot => null;

    /// <summary>The choices that this scenario helps to make; a run ends with a line for each.</summary>
    IReadOnlyList<Situation> Situations => [];

    /// <summary>What a worker needs to know the scenario, where it is not of this program.</summary>
    ScenarioDefinition? Definition => null;

    /// <summary>The interfaces of the grains that it calls, where they are not of this program.</summary>
    Assembly? GrainContracts => null;

    IReadOnlyList<Model> Models { get; }

    /// <summary>Why a model cannot answer; that is a result too.</summary>
    string? WhyNot(Model model);

    IReadOnlyList<IVariant> Variants(Settings settings);
}
