using Interleave.Client.Models;

namespace Interleave.Client.Scenarios;

/// <summary>A scenario with one set of inputs, ready to be tried on a model.</summary>
internal interface IVariant
{
    string Name { get; }

    /// <summary>The variant whose baseline this one is contrasted with, for those that the baseline cannot run.</summary>
    string ComparedWith { get; }

    /// <summary>Whether it stands in the tour and in a run's summary; the others are for those who look closer.</summary>
    bool IsHeadline { get; }

    /// <summary>The parameters that its trials run with: those of the run, unless the variant fixes one.</summary>
    IReadOnlyDictionary<string, double> Parameters { get; }

    /// <summary>What to do instead, where this variant does worse; null where another model is the remedy.</summary>
    string? Advice => null;

    /// <summary>How many silos it takes; in a smaller cluster it is left out.</summary>
    int NeedsSilos { get; }

    IReadOnlyList<Model> Models { get; }

    /// <summary>Whether the scenario compares with the same work done without any concurrency.</summary>
    bool HasSequential { get; }

    /// <summary>Once a round, where <see cref="HasSequential"/>: the same work without any concurrency.</summary>
    TimeSpan? RunSequentially(CancellationToken cancellation);

    Task<Observation> RunAsync(Model model, TrialContext trial, CancellationToken cancellation);
}
