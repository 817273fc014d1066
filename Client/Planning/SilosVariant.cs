using System.Globalization;
using System.Text.RegularExpressions;
using Interleave.Client.Models;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Planning;

/// <summary>A variant in a sweep over numbers of silos: on grains with so many, or on all other models, for which silos make no difference.</summary>
/// <param name="inner">The variant as its scenario knows it.</param>
/// <param name="silos">Null for the models other than grains.</param>
internal sealed partial class SilosVariant(IVariant inner, int? silos) : IVariant
{
    public IVariant Inner => inner;

    public int? Silos => silos;

    public string Name => silos is null
        ? inner.Name
        : string.Create(CultureInfo.InvariantCulture, $"{inner.Name}, on {silos} {(silos == 1 ? "silo" : "silos")}");

    /// <summary>The baseline has no silos.</summary>
    public string ComparedWith => inner.ComparedWith;

    public bool IsHeadline => inner.IsHeadline;

    public IReadOnlyDictionary<string, double> Parameters => inner.Parameters;

    public string? Advice => inner.Advice;

    public int NeedsSilos => inner.NeedsSilos;

    public IReadOnlyList<Model> Models { get; } = [.. inner.Models.Where(model => (model == Model.Grains) == silos.HasValue)];

    public bool HasSequential => inner.HasSequential;

    public TimeSpan? RunSequentially(CancellationToken cancellation) => inner.RunSequentially(cancellation);

    public Task<Observation> RunAsync(Model model, TrialContext trial, CancellationToken cancellation) => inner.RunAsync(model, trial, cancellation);

    /// <summary>Takes a name apart into that of the scenario's own variant, and the silos and cores that it ran on.</summary>
    public static (string Home, int? Silos, int? Cores) Parse(string name)
    {
        var parts = Scaled().Match(name);
        return (parts.Groups["home"].Value, Number(parts.Groups["silos"]), Number(parts.Groups["cores"]));
    }

    private static int? Number(Group group) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^(?<home>.*?)(, on (?<silos>\d+) silos?)?(, on (?<cores>\d+) cores?)?$", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Scaled();
}
