using System.Globalization;
using Interleave.Client.Records;

namespace Interleave.Client.Judging.Claims.Rules;

/// <summary>Grains speed computation up as threads do, within a fifth, whatever the number of silos.</summary>
internal sealed class GrainsScaleAsThreads : IClaimRule
{
    private const double WithinAFifth = 0.8;

    public string Claim => "grain-scale";

    public Ruling Judge(Evidence evidence)
    {
        var rulings = evidence.BySilos("cpu", "all cores")
            .Select(run => (run.Silos, Ruling: run.Place.Ratio("speed-up", "grains", "threads").AtLeast(WithinAFifth)))
            .Select(run => run.Ruling with { Figures = $"{run.Ruling.Figures} with {Silos(run.Silos)}" })
            .ToList();
        var all = Ruling.All(rulings);
        // Falling behind at one number of silos refutes; keeping up with one says nothing of several.
        return rulings.Count == 1 && all.Finding is (Finding.Supported or Finding.Inconclusive)
            ? Ruling.NotTested($"runs with different numbers of silos; one says: {all.Figures}")
            : all;
    }

    private static string Silos(int silos) => silos switch
    {
        0 => "a silo in this process",
        1 => "1 silo",
        _ => string.Create(CultureInfo.InvariantCulture, $"{silos} silos"),
    };
}
