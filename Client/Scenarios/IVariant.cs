using Interleave.Client.Models;

namespace Interleave.Client.Scenarios;

/// <summary>A scenario with one set of inputs, ready to be tried on a model.</summary>
internal interface IVariant
{
    string Name { get; }

    /// <summary>The variant whose baseline this one is contrasted with, for those that the baseline cannot run.</summary>
    string ComparedWith { get; }

    /// <summary>What to do instead, where this variant does worse; null where another model is the remedy.</summary>
    string? Advice => null;

    IReadOnlyList<Model> Models { get; }

    /// <summary>Once a round: the same work without any concurrency, where the scenario compares with that.</summary>
    TimeSpan? RunSequentially(CancellationToken cancellation);

    Task<Observation> RunAsync(Model model, TrialContext trial, CancellationToken cancellation);
}
