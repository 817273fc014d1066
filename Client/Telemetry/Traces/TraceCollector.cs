using System.Collections.Concurrent;
using System.Diagnostics;
using Interleave.Client.Measuring.Tracing;
using Interleave.Grains.Tracing;
using Interleave.Silo.Telemetry;
using Microsoft.Extensions.Logging;

namespace Interleave.Client.Telemetry.Traces;

/// <summary>Takes the traces of a run's trials: this process's spans as they end, those of its silos and servers from a folder.</summary>
/// <param name="process">This process.</param>
/// <param name="spanFolder">Where the other processes leave their spans.</param>
/// <param name="logger">Told of each trial, from within its trace.</param>
/// <param name="export">Where each span of this process goes beside.</param>
/// <param name="trialEnded">Told after the last span of each trial.</param>
internal sealed class TraceCollector(ProcessResource process, string spanFolder, ILogger logger, Action<Activity>? export = null, Action? trialEnded = null)
{
    private readonly ConcurrentQueue<Span> _spans = new();
    private readonly ConcurrentDictionary<ActivityTraceId, string> _trials = new();

    /// <summary>Runs one trial traced. Only now does this process listen to spans: the measured rounds pay nothing.</summary>
    public async Task<T> TraceAsync<T>(string scenario, string variant, string model, Func<Task<T>> trial)
    {
        using var listener = new SpanListener(Ended);
        var tally = new TraceTally();
        Activity.Current = null; // A trial is a trace of its own, whoever calls.
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
            trialEnded?.Invoke();
        }
    }

    /// <summary>All traces so far; complete once the processes that took part have ended.</summary>
    public IReadOnlyList<Trace> Collect() =>
        [.. Trace.From(_spans.Concat(SpanFile.ReadAll(spanFolder))).Select(TraceBound.Apply)];

    private void Ended(Activity span)
    {
        if (_trials.ContainsKey(span.TraceId))
        {
            _spans.Enqueue(Span.Of(span, process));
            export?.Invoke(span);
        }
    }
}
