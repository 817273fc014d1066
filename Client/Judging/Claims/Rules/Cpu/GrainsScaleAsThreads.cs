using System.Globalization;

namespace Interleave.Client.Judging.Claims.Rules.Cpu;

/// <summary>Grains compute and wait as fast as threads, within a fifth, whatever the number of silos that they are spread over.</summary>
internal sealed class GrainsScaleAsThreads() : ClaimRule("grain-scale")
{
    private const double WithinAFifth = 0.8;

    private static readonly (string Scenario, string Variant, string Metric)[] Works = [("cpu", "all cores", "speed-up"), ("io", "http", "throughput")];

    public override Ruling Decide(Evidence evidence) => Ruling.All(
        from work in Works
        from run in evidence.BySilos(work.Scenario, work.Variant)
        let keptUp = run.Variant.Ratio(work.Metric, "grains", "threads").AtLeast(WithinAFifth)
        let tookPart = run.Variant.Figure("processes-used", "grains").AtLeast(run.Silos)
        select (keptUp with { Figures = $"{keptUp.Figures} with {Count(run.Silos)}" }).OnlyWhere(tookPart, $"grains in each of {Count(run.Silos)}"));

    private static string Count(int silos) => string.Create(CultureInfo.InvariantCulture, $"{silos} {(silos == 1 ? "silo" : "silos")}");
}
