using System.Diagnostics;
using System.Text.Json;
using Interleave.Client.Telemetry.Traces;
using Interleave.Silo.Telemetry;
using Trace = Interleave.Client.Telemetry.Traces.Trace;

namespace Interleave.Client.Tests.Telemetry;

public sealed class OtlpJsonTests
{
    [Fact]
    public void Spans_come_back_as_they_were_written()
    {
        var trial = new MadeUp(100, "grains");
        trial.GrainCall(trial.Operation(trial.Unit("unit 1", 0, 100), 3, 0, 100), 0, 100, (5, 40), 95);
        trial.Add(trial.Root, "failed", 1, 2, span => span with
        {
            Status = ActivityStatusCode.Error,
            StatusDescription = "no such luck",
            Attributes = new Dictionary<string, object> { ["text"] = "ü", ["whole"] = long.MaxValue, ["part"] = 0.1, ["flag"] = true },
            Events = [MadeUp.Event("preempted", 1.5, 0.2)],
        });
        using var stream = new MemoryStream();
        OtlpJson.Write(stream, trial.Trace.Spans);

        var read = OtlpJson.Read(stream.ToArray()).OrderBy(span => span.SpanId, StringComparer.Ordinal).ToList();

        Assert.Equal(trial.Trace.Spans.Count, read.Count);
        Assert.All(trial.Trace.Spans.Zip(read), pair => Assert.Equivalent(pair.First, pair.Second, strict: true));
    }

    [Fact]
    public void Ids_are_hexadecimal_and_times_are_strings_as_the_protocol_asks()
    {
        using var stream = new MemoryStream();
        OtlpJson.Write(stream, new MadeUp(100).Trace.Spans);

        var resource = JsonDocument.Parse(stream.ToArray()).RootElement.GetProperty("resourceSpans")[0];
        var span = resource.GetProperty("scopeSpans")[0].GetProperty("spans")[0];

        Assert.Equal("0123456789abcdef0123456789abcdef", span.GetProperty("traceId").GetString());
        Assert.Equal("1700000000100000000", span.GetProperty("endTimeUnixNano").GetString());
        Assert.Equal(1, span.GetProperty("kind").GetInt32());
        Assert.Contains(
            resource.GetProperty("resource").GetProperty("attributes").EnumerateArray(),
            attribute =>
                attribute.GetProperty("key").GetString() == "service.name"
                && attribute.GetProperty("value").GetProperty("stringValue").GetString() == "worker");
    }

    [Fact]
    public void A_unit_that_a_call_began_is_read_as_a_part_of_the_trial_with_a_link_to_the_call()
    {
        var trial = new MadeUp(100, "grains");
        var call = trial.Add(trial.Root, "Start", 0, 10);
        trial.Add(null, "spinner", 5, 90, span => span with { Links = [new SpanLink(call.TraceId, call.SpanId)] });
        using var stream = new MemoryStream();
        OtlpJson.Write(stream, trial.Trace.Spans);

        var trace = Assert.Single(Trace.From(OtlpJson.Read(stream.ToArray())));

        var spinner = trace.Spans.Single(span => span.Name == "spinner");
        Assert.Equal(trace.Root.SpanId, spinner.ParentId);
        Assert.Equal(call.SpanId, Assert.Single(spinner.Links).SpanId);
    }

    [Theory]
    [InlineData("", "line 1, byte 1: it is empty.")]
    [InlineData("{\"resourceSpans\":[{\"resource\"", "line 1, byte 30: it breaks off here.")]
    [InlineData("{\"resourceSpans\":[{}]}", "$.resourceSpans[0] lacks \"resource\".")]
    [InlineData("[1,2,3]", "$ must be an object, and is a list.")]
    [InlineData("{\"resourceSpans\":{}}", "$.resourceSpans must be a list, and is an object.")]
    [
        InlineData(
            "{\"resourceSpans\":[{\"resource\":{\"attributes\":[{\"key\":\"a\",\"value\":{}}]}}]}",
            "$.resourceSpans[0].resource.attributes[0].value must be an object that holds a value, and is an object.")]
    [
        InlineData(
            "{\"resourceSpans\":[{\"resource\":{\"attributes\":[{\"key\":\"a\",\"value\":{\"intValue\":\"x\"}}]}}]}",
            "attributes[0].value.intValue must be what \"intValue\" says, and is \"x\".")]
    [
        InlineData(
            "{\"resourceSpans\":[{\"resource\":{\"attributes\":[{\"key\":\"a\",\"value\":{\"intValue\":1}},{\"key\":\"a\",\"value\":{\"intValue\":1}}]}}]}",
            "attributes holds \"a\" twice.")]
    [
        InlineData(
            "{\"resourceSpans\":[{\"resource\":{},\"scopeSpans\":[{\"scope\":{\"name\":\"x\"},\"spans\":[{}]}]}]}",
            "$.resourceSpans[0].scopeSpans[0].spans[0] lacks \"traceId\".")]
    [
        InlineData(
            "{\"resourceSpans\":[{\"resource\":{},\"scopeSpans\":[{\"scope\":{\"name\":\"x\"},\"spans\":" +
            "[{\"traceId\":\"1\",\"spanId\":\"2\",\"startTimeUnixNano\":\"99999999999999999999\"}]}]}]}",
            "startTimeUnixNano must be a whole number, and is \"99999999999999999999\".")]
    public void A_file_that_is_no_trace_is_refused_with_its_name_and_where_it_errs(string content, string where)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, TraceFolder.TracesFile), content);

            var refusal = Assert.Throws<InvalidDataException>(() => TraceFolder.Load(folder.FullName));

            Assert.Contains(TraceFolder.TracesFile, refusal.Message, StringComparison.Ordinal);
            Assert.EndsWith(where, refusal.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_last_line_that_a_killed_process_left_unfinished_is_passed_over()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            using (var file = new SpanFile(folder.FullName, MadeUp.Silo))
            {
                file.Write(new MadeUp(1).Root with { Process = MadeUp.Silo });
            }

            var path = Directory.GetFiles(folder.FullName).Single();
            File.AppendAllText(path, "{\"resourceSpans\":[{");

            Assert.Single(SpanFile.ReadAll(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
