using System.Globalization;
using Interleave.Client.Measuring.Loads;
using Interleave.Client.Records;

namespace Interleave.Client.Doctor;

/// <summary>Whether operations of an open load become due on time.</summary>
internal sealed class PacerProbe(Func<CancellationToken, GeneratorReport> generate) : IProbe
{
    private const string Subject = "timer: pacer";

    private const double TolerableSeconds = 0.001;

    /// <summary>Half a second of an open load at a thousand operations a second.</summary>
    public static GeneratorReport Generate(CancellationToken cancellation)
    {
        var recorder = new Recorder();
        foreach (var operation in Operations.Of(new OpenLoad(1, 1_000, TimeSpan.FromSeconds(0.5), Arrivals.Poisson, Seed: 1), recorder, cancellation))
        {
            operation.Run(() => { });
        }

        return recorder.Generator.Report!; // The load was open.
    }

    public async Task<Diagnosis> ExamineAsync(CancellationToken cancellation)
    {
        var report = await Task.Run(() => generate(cancellation), cancellation);
        var found = string.Create(
            CultureInfo.InvariantCulture,
            $"99 of 100 operations due at most {Quantity.Format(report.LatenessP99, "s")} late (longest {Quantity.Format(report.LatenessMax, "s")})");
        return report switch
        {
            { OnTime: false } => Diagnosis.Bad(
                Subject, found, "Rounds of an open load will fail their check 'generator on time': stop other work on the machine, or give it another core."),
            { LatenessP99: > TolerableSeconds } => Diagnosis.Warn(
                Subject, found, "Latencies of an open load include this: stop other work on the machine, or look at the median only."),
            _ => Diagnosis.Ok(Subject, found),
        };
    }
}
