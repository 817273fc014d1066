using Interleave.Client.Measuring.Loads;

namespace Interleave.Client.Scenarios;

/// <summary>The parameters of a scenario that is put to a closed load for throughput, and to an open one for latency.</summary>
internal sealed class LoadParameters(int concurrency, long quick, long standard, long thorough)
{
    private readonly Parameter _rate = new("rate", "arrivals a second of the open load, whether or not a unit is idle; 0 leaves it out, and with it latencies")
    {
        Unit = "{op}/s",
        Range = (0, 100_000),
        Quick = 0,
        Standard = 1_000,
        Thorough = 1_000,
    };

    private readonly Parameter _seconds = new("seconds", "how long operations arrive in the open load")
    {
        Unit = "s",
        Range = (0.1, 3_600),
        Quick = 2,
        Standard = 5,
        Thorough = 20,
    };
    private readonly Parameter _poisson = Parameter.YesOrNo(
        "poisson", "whether arrivals are independent of each other, as real callers are, instead of evenly spaced", always: true);

    public Parameter Operations { get; } = new("operations", "operations of the closed load")
    {
        Range = (1, 10_000_000),
        Quick = quick,
        Standard = standard,
        Thorough = thorough,
        IsWork = true,
    };

    public Parameter Concurrency { get; } = new("concurrency", "units, and the most operations at once") { Range = (1, 10_000), Always = concurrency };

    public IReadOnlyList<Parameter> All => [Operations, Concurrency, _rate, _seconds, _poisson];

    /// <summary>How many operations units had to perform: all of a closed load, and of an open one those that were not dropped.</summary>
    /// <remarks>Where no unit took any operation, all of them were due: a trial without work must not pass.</remarks>
    public static long OperationsOf(Load load, TrialRecorder recorder) => load switch
    {
        ClosedLoad closed => closed.Operations,
        _ when recorder.Of(load.OperationName).Generator.Report is { HandedOut: > 0 } report => report.HandedOut,
        _ => MostOperationsOf(load),
    };

    /// <summary>No operation has a number as high as this.</summary>
    public static long MostOperationsOf(Load load) => load switch
    {
        ClosedLoad closed => closed.Operations,
        OpenLoad open => ArrivalSchedule.Of(open).Length,
        _ => throw new ArgumentException($"Nobody knows how many operations {load} has.", nameof(load)),
    };

    public ClosedLoad Closed(Settings settings) => new(settings.Count(Concurrency), settings.Count(Operations));

    /// <summary>Null where none is asked for.</summary>
    public OpenLoad? Open(Settings settings) => settings[_rate] == 0 ? null : new OpenLoad(
        settings.Count(Concurrency),
        settings[_rate],
        settings.Time(_seconds),
        settings.Says(_poisson) ? Arrivals.Poisson : Arrivals.Constant,
        settings.Seed);
}
