using Interleave.Client.Models;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Planning;

/// <summary>A process that carries trials of one scenario, in each launch a new one.</summary>
/// <param name="Name">What its trials are recorded under: the model's name, unless several workers carry one model.</param>
/// <param name="Model">Null for the same work done in sequence.</param>
/// <param name="Settings">The parameters of its trials.</param>
/// <param name="Cores">How many cores it and its silos may use; null for all.</param>
internal sealed record PlannedWorker(string Name, Model? Model, Settings Settings, int? Cores)
{
    private const string Sequential = "sequential";

    /// <summary>How many silos its grains have; null for as many as the plan says.</summary>
    public int? Silos { get; init; }

    /// <summary>The worker that does the same work in sequence.</summary>
    public static PlannedWorker InSequence(Settings settings, int? cores) => new(Sequential, Model: null, settings, cores);

    /// <summary>Whether it runs a variant: on its cores, and where it carries a model, on that and on its silos.</summary>
    public bool Runs(IVariant variant) => Cores == CoresOf(variant) && (Model is null || (Silos == SilosOf(variant) && variant.Models.Contains(Model)));

    public static int? CoresOf(IVariant variant) => variant is PinnedVariant pinned ? pinned.Cores : null;

    public static int? SilosOf(IVariant variant) => variant switch
    {
        PinnedVariant pinned => SilosOf(pinned.Inner),
        SilosVariant swept => swept.Silos,
        _ => null,
    };
}
