using System.Globalization;
using Interleave.Client.Measuring.Loads;
using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Measuring.Statistics;
using Interleave.Client.Records;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Granularity;

/// <summary>Numbers to test for being prime, in pieces that are handed over one by one.</summary>
/// <param name="Units">How many take pieces: one for each core.</param>
internal sealed record GranularityJob(NumberRange Numbers, int Pieces, int Units)
{
    public IEnumerable<NumberRange> All => Enumerable.Range(0, Pieces).Select(piece => Numbers.Part(piece, Pieces));
}

/// <summary>What all pieces hold together, and how many were done.</summary>
internal sealed record GranularityAnswer(long Primes, int Pieces);

/// <summary>How small may a piece of work be before handing it over costs more than it gains?</summary>
internal sealed class GranularityScenario : Scenario<GranularityJob, GranularityAnswer>
{
    /// <summary>Small pieces make for a smaller total: handing over a million of them tells no more than some hundred.</summary>
    private static readonly Parameter MostPieces = new("pieces", "the most pieces that are handed over")
    {
        Range = (4, 1_000_000),
        Quick = 400,
        Standard = 2_000,
        Thorough = 10_000,
    };

    private static readonly Parameter Numbers = new("numbers", "the most numbers that are tested in all; one takes about 1.4 µs")
    {
        Range = (1_000, 100_000_000),
        Quick = 30_000,
        Standard = 150_000,
        Thorough = 1_000_000,
        IsWork = true,
    };

    private static readonly Metric Gain = new(
        "gain", "1", Better.Higher, "how many times faster than a plain loop over the same numbers; below one, handing over costs more than it gains")
    {
        Wording = new("gain over a plain loop", "work comes in small pieces"),
    };

    private static readonly Metric HandOver = new("hand-over", "s", Better.Neither, "what a piece takes beyond its share of an ideal division among all cores");

    private static readonly Metric Piece = new("piece", "s", Better.Neither, "what a piece takes in a plain loop");

    private static readonly Metric BreakEven = new(
        "break-even",
        "s",
        Better.Lower,
        "the size of a piece, as what it takes in a plain loop, from which on handing over gains, by interpolation; left out where no size gains a tenth")
    {
        Wording = new("the smallest piece worth handing over", "work comes in small pieces"),
        Resolution = 0.000_001,
    };

    /// <summary>From about 1 µs to 100 ms.</summary>
    private static readonly int[] Sizes = [1, 10, 100, 1_000, 10_000, 70_000];

    private const string SizeUnit = " numbers";
    private const double NeitherGainNorLoss = 1;

    /// <summary>A model that gains less than this at its best does not gain, whatever a round says by chance.</summary>
    private const double WorthMentioning = 1.1;

    public override string Name => "granularity";

    public override string Question => "How small may a piece of work be before handing it over costs more than it gains?";

    public override IReadOnlyList<Parameter> Parameters => [MostPieces, Numbers];

    public override IReadOnlyList<Metric> Metrics => [Gain, HandOver, Piece];

    public override IReadOnlyList<Metric> Headlines => [Gain, BreakEven];

    public override IReadOnlyList<FigureOverVariants> FiguresOverVariants { get; } = [new("break-even", BreakEven, BreakEvenOf)];

    public override PlotKind? PreferredPlot => PlotKind.Lines;

    protected override IReadOnlyList<Workload<GranularityJob, GranularityAnswer>> Workloads { get; } =
    [
        new GranularityOnThreads(), new GranularityOnPool(), new GranularityOnTasks(), new GranularityOnLoop(), new GranularityOnGil(),
        new GranularityOnProcesses(), new GranularityOnGrains(),
    ];

    public override Func<CancellationToken, GranularityAnswer>? Sequentially(GranularityJob job) => cancellation =>
        new GranularityAnswer(job.All.Sum(piece => Primes.Count(piece, cancellation).Primes), job.Pieces);

    public override IEnumerable<Expectation> Check(GranularityJob job, GranularityAnswer answer, MeasuredTrial trial) =>
    [
        Expectation.Equal("primes counted", PrimeSieve.Count(job.Numbers), answer.Primes),
        Expectation.Equal("pieces done", job.Pieces, answer.Pieces),
    ];

    public override IEnumerable<Measurement> Measure(GranularityJob job, GranularityAnswer answer, MeasuredTrial trial)
    {
        if (trial.Sequential is { } sequential)
        {
            yield return Gain.Of(sequential / trial.Elapsed);
            yield return HandOver.Of((trial.Elapsed - (sequential / job.Units)).TotalSeconds / job.Pieces);
            yield return Piece.Of(sequential.TotalSeconds / job.Pieces);
        }
    }

    protected override IEnumerable<Variant<GranularityJob>> Jobs(Settings settings)
    {
        foreach (var size in Sizes.Where(size => 2 * size <= settings[Numbers]))
        {
            var pieces = (int)Math.Min(settings[MostPieces], settings[Numbers] / size);
            yield return new(string.Create(CultureInfo.InvariantCulture, $"{size}{SizeUnit}"), Job(pieces, size)) { IsHeadline = size == 100 };
        }

        // As an expert would hand over the smallest pieces: as many at a time as leave each core several batches.
        var smallest = (int)Math.Min(settings[MostPieces], settings[Numbers]);
        yield return new(
            "1 number, batched", Job(
                Math.Min(smallest, 4 * Environment.ProcessorCount), Math.Max(1, smallest / (4 * Environment.ProcessorCount))))
        { IsHeadline = false };

        static GranularityJob Job(int pieces, int size) =>
            new(new NumberRange(Primes.EqualCostFrom, Primes.EqualCostFrom + (uint)(pieces * size)), pieces, Environment.ProcessorCount);
    }

    private static double? BreakEvenOf(IReadOnlyList<Trial> trials)
    {
        var curve = trials
            .Where(trial => trial.Variant.EndsWith(SizeUnit, StringComparison.Ordinal) && trial.Metrics.ContainsKey(Gain.Name))
            .Select(trial => (Piece: trial.Metrics[Piece.Name], Gain: trial.Metrics[Gain.Name]))
            .ToList();
        return curve.Exists(point => point.Gain >= WorthMentioning) ? Crossing.Upwards(curve, NeitherGainNorLoss) : null;
    }
}
