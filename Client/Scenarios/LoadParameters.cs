using Interleave.Client.Measuring.Loads;

namespace Interleave.Client.Scenarios;

/// <summary>The parameters of a scenario that is put to a closed load for throughput, and to an open one for latency.</summary>
internal sealed class LoadParameters(int concurrency, long quick, long standard, long thorough)
{
    private readonly Parameter _operations = new("operations", "1", "operations of the closed load", 1, 10_000_000, quick, standard, thorough);
    private readonly Parameter _concurrency = new("concurrency", "1", "units, and the most operations at once", 1, 10_000, concurrency);
    private readonly Parameter _rate = new("rate", "{op}/s", "arrivals a second of the open load, whether or not a unit is idle; 0 leaves it out, and with it latencies", 0, 100_000, 0, 1_000, 1_000);
    private readonly Parameter _seconds = new("seconds", "s", "how long operations arrive in the open load", 0.1, 3_600, 2, 5, 20);
    private readonly Parameter _poisson = new("poisson", "1", "1: arrivals are independent of each other, as real callers are; 0: evenly spaced", 0, 1, 1);

    public IReadOnlyList<Parameter> All => [_operations, _concurrency, _rate, _seconds, _poisson];

    /// <summary>How many operations such a load offers; what an open one drew by chance is known when it has run.</summary>
    public static long OperationsOf(Load load, Recorder recorder) =>
        load is ClosedLoad closed ? closed.Operations : recorder.Generator.Report?.Planned ?? 0;

    public ClosedLoad Closed(Settings settings) => new(settings.Count(_concurrency), settings.Count(_operations));

    /// <summary>Null where none is asked for.</summary>
    public OpenLoad? Open(Settings settings) => settings[_rate] == 0 ? null : new OpenLoad(
        settings.Count(_concurrency),
        settings[_rate],
        settings.Time(_seconds),
        settings[_poisson] == 0 ? Arrivals.Constant : Arrivals.Poisson,
        settings.Seed);
}
