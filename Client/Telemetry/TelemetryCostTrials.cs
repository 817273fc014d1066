using System.Diagnostics;
using Interleave.Client.Clusters;
using Interleave.Client.IoServer;
using Interleave.Client.Measuring.Loads;
using Interleave.Client.Scenarios;
using Interleave.Client.Scenarios.Io;
using Interleave.Client.Telemetry.Traces;
using Interleave.Silo.Telemetry;
using Microsoft.Extensions.Logging.Abstractions;

namespace Interleave.Client.Telemetry;

/// <summary>Measures what telemetry costs, by trials of waits over HTTP through grains: they take the most spans an operation.</summary>
internal static class TelemetryCostTrials
{
    /// <summary>So few operations that each of them is traced.</summary>
    private const int Operations = 200;
    private const int Concurrency = 20;
    private const int TrialsEach = 15;

    private static readonly IoJob Job = new(IoSource.Http, TimeSpan.FromMilliseconds(1), Bytes: 100, new ClosedLoad(Concurrency, Operations));

    public static async Task<TelemetryCost> MeasureAsync(CancellationToken cancellation)
    {
        using var session = TelemetrySession.Start(TelemetryMode.None, "doctor");
        var traces = new TraceCollector(ProcessResource.OfThisProcess(ProcessResource.Worker, "doctor"), session.Environment.SpanFolder, NullLogger.Instance);
        await using var server = await IoServerProcess.StartAsync(cancellation, session.Environment.Variables);
        await using var cluster = await InProcessCluster.StartAsync(new LocalClusterOptions().ResponseTimeout, cancellation);
        Func<Task<TimeSpan>>[] ways =
        [
            RunAsync,
            () => WithMetricsAsync(RunAsync),
            () => WithMetricsAsync(() => traces.TraceAsync("doctor", "telemetry", "grains", RunAsync)),
        ];
        var times = ways.Select(_ => new List<TimeSpan>()).ToArray();
        for (var trial = -2; trial < TrialsEach; trial++)
        {
            // Turn and turn about, so that a disturbance meets them all; the first two warm up.
            for (var way = 0; way < ways.Length; way++)
            {
                var time = await ways[way]();
                if (trial >= 0)
                {
                    times[way].Add(time);
                }
            }
        }

        return new TelemetryCost(Median(times[0]), Median(times[1]), Median(times[2]), TrialsEach);

        async Task<TimeSpan> RunAsync()
        {
            var start = Stopwatch.GetTimestamp();
            await new IoOnGrains().RunAsync(Job, new TrialContext(new TrialRecorder(), server.Address, cluster.Grains, null), cancellation);
            return Stopwatch.GetElapsedTime(start);
        }
    }

    /// <summary>Aggregating is what metrics cost while they are measured; where they are sent to is not.</summary>
    private static async Task<TimeSpan> WithMetricsAsync(Func<Task<TimeSpan>> run)
    {
        using var metrics = NowhereMetrics.Start();
        return await run();
    }

    private static TimeSpan Median(List<TimeSpan> times)
    {
        times.Sort();
        return times[times.Count / 2];
    }
}
