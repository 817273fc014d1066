using System.Globalization;
using Interleave.Client.Models;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Planning;

/// <summary>A variant whose workers and silos may use only so many cores; a variant of its own.</summary>
internal sealed class PinnedVariant(IVariant inner, int cores) : IVariant
{
    /// <summary>The variant as its scenario knows it.</summary>
    public IVariant Inner => inner;

    public int Cores => cores;

    public string Name => Pinned(inner.Name, cores);

    public string ComparedWith => Pinned(inner.ComparedWith, cores);

    public bool IsHeadline => inner.IsHeadline;

    public IReadOnlyDictionary<string, double> Parameters => inner.Parameters;

    public string? Advice => inner.Advice;

    public int NeedsSilos => inner.NeedsSilos;

    public IReadOnlyList<Model> Models => inner.Models;

    public bool HasSequential => inner.HasSequential;

    public TimeSpan? RunSequentially(CancellationToken cancellation) => inner.RunSequentially(cancellation);

    public Task<Observation> RunAsync(Model model, TrialContext trial, CancellationToken cancellation) => inner.RunAsync(model, trial, cancellation);

    /// <summary>What a variant is called on so many cores; by its own name where it may use all of them.</summary>
    public static string Pinned(string name, int? cores) => name + Suffix(cores);

    public static bool IsPinned(string name, int? cores) => name.EndsWith(Suffix(cores), StringComparison.Ordinal);

    public static string Unpinned(string name, int? cores) => name[..^Suffix(cores).Length];

    private static string Suffix(int? cores) =>
        cores is null ? "" : string.Create(CultureInfo.InvariantCulture, $", on {cores} {(cores == 1 ? "core" : "cores")}");
}
