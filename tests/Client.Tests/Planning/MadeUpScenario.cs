using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Models;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Tests.Planning;

/// <summary>A scenario of the tests' own: it answers with what it is given to answer.</summary>
internal sealed class MadeUpScenario(string name) : IScenario
{
    public static Parameter Delay { get; } = new("delay", "a made-up delay") { Unit = "ms", Range = (1, 1000), Quick = 5, Standard = 50, Thorough = 500 };

    public string Name => name;

    public string Question => "Is it ready?";

    public IReadOnlyList<Parameter> Parameters => [Delay];

    public IReadOnlyList<Metric> Metrics => [];

    public IReadOnlyList<Metric> Headlines => [];

    public IReadOnlyList<Model> Models { get; init; } = [Model.Threads, Model.Tasks];

    public IReadOnlyList<FigureOverVariants> FiguresOverVariants { get; init; } = [];

    public IReadOnlyList<IVariant> Trials { get; init; } = [new MadeUpVariant()];

    public string? WhyNot(Model model) => null;

    public IReadOnlyList<IVariant> Variants(Settings settings) => Trials;
}
