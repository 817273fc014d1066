using System.Globalization;
using Interleave.Client.Telemetry.Traces;
using Interleave.Grains.Tracing;
using Interleave.Silo.Telemetry;

namespace Interleave.Client.Telemetry.Waterfalls;

/// <summary>Draws traces as lines of text: who did what, for how long, and when within its piece of work.</summary>
/// <param name="width">Of a line.</param>
/// <param name="most">How many pieces of each trial to draw.</param>
internal sealed class Waterfall(int width, int most)
{
    private const int DurationWidth = 10;
    private const int ProcessWidth = 10;
    private const int LeastBar = 16;

    /// <summary>Trials and, within each, its pieces of work: the slowest first.</summary>
    public IEnumerable<string> Draw(IEnumerable<Trace> traces, WorkFilter filter)
    {
        foreach (var trace in traces.Where(filter.Takes).OrderByDescending(trace => trace.Root.Duration))
        {
            var works = TracedWork.In(trace).Where(filter.Takes).ToList();
            if (works.Count == 0)
            {
                continue;
            }

            yield return $"{trace.Scenario} ({trace.Variant}) on {trace.Model}: {DurationText.Of(trace.Root.Duration)}   {trace.TraceId}";
            yield return $"  {Counts(trace)}; each piece of work is drawn at full width";
            foreach (var line in works.Take(most).SelectMany(Lines))
            {
                yield return line;
            }

            if (works.Count > most)
            {
                yield return $"  … and {works.Count - most} faster";
            }

            if (GrainCallTimes.Describe(GrainCall.In(trace)) is { } calls)
            {
                yield return $"  {calls}";
            }

            yield return "";
        }
    }

    private static string Counts(Trace trace)
    {
        var root = trace.Root;
        var operations = root.Number(TraceNames.OperationsTotal) is { } total
            ? string.Create(CultureInfo.InvariantCulture, $", {root.Number(TraceNames.OperationsTraced)} of {total} operations traced")
            : "";
        var spans = string.Create(
            CultureInfo.InvariantCulture,
            $"{root.Number(TraceNames.SpansKept) ?? trace.Spans.Count} of {root.Number(TraceNames.SpansTotal) ?? trace.Spans.Count} spans");
        return $"{spans}{operations}";
    }

    private IEnumerable<string> Lines(TracedWork work)
    {
        var from = work.Steps.Min(step => step.Span.Start);
        var to = work.Steps.Max(step => step.Span.End);
        return work.Steps.Select(step => Line(work, step.Span, step.Depth, from, to));
    }

    private string Line(TracedWork work, Span span, int depth, long from, long to)
    {
        var number = span.Number(TraceNames.Operation) is { } operation ? string.Create(CultureInfo.InvariantCulture, $" {operation}") : "";
        var unit = depth == 0 && work.Unit != "" && work.Unit != span.Name ? $" of {work.Unit}" : "";
        var failed = span.Status == System.Diagnostics.ActivityStatusCode.Error ? $" FAILED {span.StatusDescription}" : "";
        var nameWidth = Math.Clamp((width - ProcessWidth - DurationWidth - 4) / 2, 20, 60);
        var name = Fit($"{new string(' ', 2 + (2 * depth))}{span.Name}{number}{unit}{failed}", nameWidth);
        var process = Fit(span.Process.ServiceName, ProcessWidth);
        var bar = Bar(Math.Max(LeastBar, width - nameWidth - ProcessWidth - DurationWidth - 4), span, from, to);
        return $"{name} {process} {DurationText.Of(span.Duration),DurationWidth} {bar}".TrimEnd();
    }

    private static string Bar(int length, Span span, long from, long to)
    {
        var scale = length / (double)Math.Max(1, to - from);
        var start = Math.Min(length - 1, (int)((span.Start - from) * scale));
        var end = Math.Clamp((int)Math.Ceiling((span.End - from) * scale), start + 1, length);
        return new string(' ', start) + new string('█', end - start);
    }

    private static string Fit(string text, int length) => text.Length > length ? text[..(length - 1)] + "…" : text.PadRight(length);
}
