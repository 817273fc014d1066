using System.Collections.Concurrent;
using System.Diagnostics;
using Interleave.Client.Measuring.Tracing;
using Interleave.Grains.Tracing;
using Interleave.Silo.Telemetry;
using Microsoft.Extensions.Logging;

namespace Interleave.Client.Telemetry.Traces;

/// <summary>Takes the traces of a worker's trials. Its spans stay in memory while a trial runs, and leave the process after it.</summary>
/// <param name="process">This process.</param>
/// <param name="spanFolder">Where all processes of the run leave their spans; null where they are not wanted.</param>
/// <param name="logger">Told of each trial, from within its trace.</param>
/// <param name="export">Where the spans of this process go beside.</param>
internal sealed class TraceCollector(ProcessResource process, string? spanFolder, ILogger logger, Action<IReadOnlyCollection<Activity>>? export = null)
{
    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ConcurrentDictionary<ActivityTraceId, string> _trials = new();

    /// <summary>All traces whose spans a folder holds; complete once the processes that took part have ended.</summary>
    public static IReadOnlyList<Trace> Collect(string spanFolder) => [.. Trace.From(SpanFile.ReadAll(spanFolder)).Select(TraceBound.Apply)];

    /// <summary>Runs one trial traced. Only now does this process listen to spans: the measured rounds pay nothing.</summary>
    public async Task<T> TraceAsync<T>(string scenario, string variant, string model, Func<Task<T>> trial)
    {
        var bound = new SpanBound();
        using var listener = new SpanListener(bound, Ended);
        var tally = new TraceTally();
        Activity.Current = null; // A trial is a trace of its own, whatever the caller traces.
        var root = TraceSources.Trials.StartActivity($"{scenario} {variant} on {model}")
            ?? throw new InvalidOperationException("Nobody listens to the trial's span.");
        _trials[root.TraceId] = root.DisplayName;
        tally.Attach(root);
        root.SetTag(TraceNames.Scenario, scenario).SetTag(TraceNames.Variant, variant).SetTag(TraceNames.Model, model);
        logger.Tracing(scenario, variant, model);
        try
        {
            return await trial();
        }
        catch (Exception exception)
        {
            root.SetStatus(ActivityStatusCode.Error, exception.Message);
            root.SetTag("error.type", exception.GetType().FullName);
            throw;
        }
        finally
        {
            if (tally.Total > 0)
            {
                root.SetTag(TraceNames.OperationsTraced, tally.Traced).SetTag(TraceNames.OperationsTotal, tally.Total);
            }

            root.SetTag(TraceNames.UnitsTotal, tally.Units);
            root.Dispose();
            HandOver(bound);
        }
    }

    private void Ended(Activity span)
    {
        if (_trials.ContainsKey(span.TraceId))
        {
            _spans.Enqueue(span);
        }
    }

    private void HandOver(SpanBound bound)
    {
        var spans = _spans.ToArray();
        _spans.Clear();
        using var file = spanFolder is null ? null : new SpanFile(spanFolder, process);
        Array.ForEach(spans, span => file?.Write(Span.Of(span, process)));
        foreach (var (trace, leftOut) in bound.TakeLeftOut())
        {
            file?.Write(Span.LeftOut(trace, leftOut, process));
        }

        export?.Invoke(spans);
    }
}
