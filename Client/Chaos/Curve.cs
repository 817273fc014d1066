namespace Interleave.Client.Chaos;

/// <summary>Throughput and latency over time.</summary>
/// <param name="Seconds">The middle of each interval, since the load began.</param>
/// <param name="Throughput">Transfers acknowledged in a second.</param>
/// <param name="P99">Of those, from when they were due to their receipt, in seconds; not a number where none was acknowledged.</param>
internal sealed record Curve(IReadOnlyList<double> Seconds, IReadOnlyList<double> Throughput, IReadOnlyList<double?> P99)
{
    private const int MostPoints = 120;
    private const double ShortestStep = 0.5;
    private const double Percentile = 0.99;

    public static Curve Of(IReadOnlyList<TransferRecord> transfers, double end)
    {
        var step = Math.Max(ShortestStep, end / MostPoints);
        var points = Math.Max(1, (int)Math.Floor(end / step));
        var acknowledged = transfers.Where(transfer => transfer.Acknowledged is not null)
            .ToLookup(transfer => (int)(transfer.Acknowledged / step)!.Value, transfer => transfer.Acknowledged!.Value - transfer.Due); // Not null: just asked.
        return new Curve(
            [.. Enumerable.Range(0, points).Select(point => (point + 0.5) * step)],
            [.. Enumerable.Range(0, points).Select(point => acknowledged[point].Count() / step)],
            [.. Enumerable.Range(0, points).Select(point => P99Of([.. acknowledged[point].Order()]))]);
    }

    private static double? P99Of(double[] sorted) => sorted.Length == 0 ? null : sorted[(int)Math.Ceiling(Percentile * sorted.Length) - 1];
}
