using Interleave.Client.Telemetry.Traces;
using Interleave.Silo.Telemetry;

namespace Interleave.EndToEnd.Tests.Telemetry;

/// <summary>What a viewer gets: the signals of a run over two silo processes, taken by a receiver of OTLP.</summary>
public sealed class OtlpExportTests
{
    [Theory]
    [InlineData("grpc")]
    [InlineData("http/protobuf")]
    public async Task A_trial_over_two_silos_arrives_as_one_connected_trace(string protocol)
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        using var run = await TracedRun.StartAsync(["--models", "grains", "--silos", "2", "--telemetry", "otlp"], Environment(receiver, protocol));

        Assert.True(run.ExitCode == 0, run.Output);
        var traces = receiver.Spans.GroupBy(span => span.TraceId).Select(trace => trace.ToList()).ToList();
        Assert.NotEmpty(traces);
        Assert.All(traces, AssertConnected);
        Assert.Contains(traces, trace => trace.Where(IsGrainTurn).Select(span => span.Resource.Instance).Distinct().Count() == 2);
        Assert.All(
            traces.Where(IsOfHttp),
            trace => Assert.Contains(trace, span => span.Resource.Service == ProcessResource.IoServer && span.Kind == ReceivedSpan.Server));

        // Metrics and logs name the very processes that the spans name.
        var client = Assert.Single(receiver.Spans.Select(span => span.Resource).Where(resource => resource.Service == ProcessResource.Worker).Distinct());
        var silos = receiver.Spans.Select(span => span.Resource).Where(resource => resource.Service == ProcessResource.Silo).Distinct().ToList();
        Assert.Equal(2, silos.Count);
        Assert.All(silos.Append(client), process => Assert.Contains(receiver.Metrics, metric => metric.Resource == process));
        Assert.All(silos.Append(client), process => Assert.Contains(receiver.Logs, log => log.Resource == process));
        Assert.All(silos, silo => Assert.Equal(client.RunId, silo.RunId));

        // Exemplars lead from a figure to a trace that shows it.
        var durations = receiver.Metrics.Where(metric => metric.Name == "interleave.operation.duration").ToList();
        Assert.All(durations, metric => Assert.Equal("s", metric.Unit));
        var exemplars = durations.SelectMany(metric => metric.ExemplarTraceIds).ToList();
        Assert.NotEmpty(exemplars);
        Assert.Subset(traces.Select(trace => trace[0].TraceId).ToHashSet(), exemplars.ToHashSet());
    }

    [Theory]
    [InlineData("grpc")]
    [InlineData("http/protobuf")]
    public async Task Kept_traces_can_be_sent_later_and_are_the_same(string protocol)
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        using var run = await TracedRun.StartAsync(["--models", "threads,grains", "--silos", "2"], new Dictionary<string, string>());
        Assert.Empty(receiver.Spans);

        var kept = TraceFolder.Load(run.Folder);
        Assert.Equal(["grains", "threads"], kept.Select(trace => trace.Model).Distinct().Order(StringComparer.Ordinal));
        Assert.All(
            kept,
            trace =>
                Assert.Subset(trace.Spans.Select(span => span.SpanId).ToHashSet(), trace.Spans.Select(span => span.ParentId).OfType<string>().ToHashSet()));

        await run.FinishAsync(
            ["trace", run.Folder, "--to", protocol == "grpc" ? receiver.GrpcEndpoint : receiver.HttpEndpoint],
            new Dictionary<string, string> { ["OTEL_EXPORTER_OTLP_PROTOCOL"] = protocol });

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Equal(
            kept.SelectMany(trace => trace.Spans).Select(span => (span.TraceId, span.SpanId, span.ParentId ?? "", span.Name, span.Process.ServiceName)).Order(),
            receiver.Spans.Select(span => (span.TraceId, span.SpanId, span.ParentId, span.Name, span.Resource.Service)).Order());
    }

    [Fact]
    public async Task An_endpoint_that_is_down_costs_a_warning_and_nothing_else()
    {
        using var without = await TracedRun.StartAsync(["--models", "grains", "--silos", "1"], new Dictionary<string, string>());
        using var run = await TracedRun.StartAsync(
            ["--models", "grains", "--silos", "1", "--telemetry", "otlp"],
            new Dictionary<string, string> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://127.0.0.1:1" });

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Single(run.Output.Split('\n'), line => line.StartsWith("Telemetry could not be sent", StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", run.Output, StringComparison.Ordinal);
        Assert.NotEmpty(TraceFolder.Load(run.Folder));

        // Against the same run without telemetry, for an absolute limit would depend on the machine.
        Assert.InRange(run.Elapsed, TimeSpan.Zero, without.Elapsed * 2 + TimeSpan.FromSeconds(4));
    }

    private static Dictionary<string, string> Environment(OtlpReceiver receiver, string protocol) => new()
    {
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = protocol,
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = protocol == "grpc" ? receiver.GrpcEndpoint : receiver.HttpEndpoint,
    };

    /// <summary>Files are read without the server.</summary>
    private static bool IsOfHttp(IReadOnlyList<ReceivedSpan> trace) => trace.All(span => span.Name != "io file on grains");

    private static void AssertConnected(List<ReceivedSpan> trace)
    {
        var known = trace.Select(span => span.SpanId).ToHashSet();
        Assert.Single(trace, span => span.ParentId == "");
        Assert.DoesNotContain(trace, span => span.ParentId != "" && !known.Contains(span.ParentId));
        Assert.Contains(trace, span => span.Resource.Service == ProcessResource.Worker && span.Kind == ReceivedSpan.Client);
        Assert.Contains(trace, IsGrainTurn);
    }

    private static bool IsGrainTurn(ReceivedSpan span) =>
        span.Resource.Service == ProcessResource.Silo && span.Kind == ReceivedSpan.Server
        && (span.Source == "Interleave.Embedded" || span.Source.StartsWith("Microsoft.Orleans", StringComparison.Ordinal));
}
