using Interleave.Client.Capacity;
using Interleave.Client.Records;

namespace Interleave.Client.Tests.Capacity;

internal static class MadeUpTrials
{
    public static RateTrial At(double rate, string? broken, bool ofHarness = false, params (string Metric, double Value)[] figures) =>
        new(rate, Trial(figures), broken, broken is null ? null : new GaveOut("the cores", ofHarness));

    public static Trial Trial(params (string Metric, double Value)[] figures) => new(
        "made-up", "search", "tasks", 1, new Dictionary<string, double>(), figures.ToDictionary(figure => figure.Metric, figure => figure.Value),
        new OperationCounts(100, 100, 0, 0), null);
}
