using Interleave.Client.Measuring.Loads;
using Interleave.Client.Scenarios;
using Interleave.Client.Scenarios.Cpu;
using Interleave.Client.Telemetry.Traces;
using Interleave.Grains.Work;
using Interleave.Silo.Telemetry;
using Microsoft.Extensions.Logging.Abstractions;

namespace Interleave.Client.Tests.Telemetry;

/// <summary>Runs trials in this process and collects their spans, in a folder of its own.</summary>
internal sealed class TrialTracer : IDisposable
{
    private readonly DirectoryInfo _spans = Directory.CreateTempSubdirectory("interleave-test-");
    private readonly TraceCollector _collector;

    public TrialTracer() =>
        _collector = new TraceCollector(ProcessResource.OfThisProcess(ProcessResource.Worker, "test"), _spans.FullName, NullLogger.Instance);

    public void Dispose() => _spans.Delete(recursive: true);

    public Task<Client.Telemetry.Traces.Trace> TraceAsync(Workload<CpuJob, CpuAnswer> workload, int units)
    {
        var job = new CpuJob(new NumberRange(Primes.EqualCostFrom, Primes.EqualCostFrom + 30_000), new ClosedLoad(units, 32));
        return TraceAsync(workload.Model.Name, trial => workload.RunAsync(job, trial, CancellationToken.None));
    }

    public async Task<Client.Telemetry.Traces.Trace> TraceAsync(string model, Func<TrialContext, Task> body, TrialRecorder? recorder = null)
    {
        var context = new TrialContext(recorder ?? new TrialRecorder(), new Uri("http://127.0.0.1"), null, null);
        await _collector.TraceAsync("test", "made up", model, async () =>
        {
            await body(context);
            return true;
        });
        return TraceCollector.Collect(_spans.FullName)[^1];
    }
}
