using Interleave.Client.Measuring;

namespace Interleave.Client.Scenarios;

/// <summary>The parameters of a scenario whose load can be closed or open.</summary>
internal sealed class LoadParameters(int concurrency, long quick, long standard, long thorough)
{
    private readonly Parameter _operations = new("operations", "1", "operations in all", 1, 10_000_000, quick, standard, thorough);
    private readonly Parameter _concurrency = new("concurrency", "1", "units, and the most operations at once", 1, 10_000, concurrency, concurrency, concurrency);
    private readonly Parameter _rate = new("rate", "{op}/s", "arrivals a second, whether or not a unit is idle; 0: a unit takes the next operation when it has finished one", 0, 100_000, 0, 0, 0);
    private readonly Parameter _poisson = new("poisson", "1", "1: arrivals are independent of each other, as real callers are; 0: evenly spaced; with a rate", 0, 1, 0, 0, 0);

    public IReadOnlyList<Parameter> All => [_operations, _concurrency, _rate, _poisson];

    /// <summary>How many operations such a load offers; what an open one drew by chance is known when it has run.</summary>
    public static long OperationsOf(Load load, Recorder recorder) =>
        load is ClosedLoad closed ? closed.Operations : recorder.Generator.Report?.Planned ?? 0;

    public Load Of(Settings settings)
    {
        var (units, operations, rate) = (settings.Count(_concurrency), settings.Count(_operations), settings[_rate]);
        return rate == 0
            ? new ClosedLoad(units, operations)
            : new OpenLoad(units, rate, TimeSpan.FromSeconds(operations / rate), settings[_poisson] == 0 ? Arrivals.Constant : Arrivals.Poisson, settings.Seed);
    }
}
