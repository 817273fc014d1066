using Interleave.Client.Measuring.Machine;
using Interleave.Client.Records;
using Interleave.Client.Workers;
using Interleave.Client.Workers.Wire;

namespace Interleave.Client.Tests.Running;

/// <summary>Workers without processes: they do what a test tells them, and note what they were asked.</summary>
internal sealed class MadeUpWorkers : IWorkerStarter
{
    private readonly Lock _lock = new();
    private int _busy;

    /// <summary>What a trial yields; by default a second of time.</summary>
    public Func<string, WorkerOrder.RunTrial, CancellationToken, Task<WatchedTrial>> Outcome { get; init; } = (model, order, _) =>
        Task.FromResult(Took(model, order, seconds: 1));

    /// <summary>Told of each worker that is started; may refuse.</summary>
    public Action<Assignment, int?> Starting { get; init; } = (_, _) => { };

    public Func<TimeSpan?> Sequential { get; init; } = () => TimeSpan.FromSeconds(2);

    /// <summary>Every order, with who had it: <c>1 threads: hot 0</c> for the first worker's warm-up.</summary>
    public List<string> Log { get; } = [];

    public int Started { get; private set; }

    public int Ended { get; private set; }

    /// <summary>In trials that count.</summary>
    public int MostBusyAtOnce { get; private set; }

    public static WatchedTrial Took(string model, WorkerOrder.RunTrial order, double seconds, Dictionary<string, double>? more = null) => new(
        new Trial(
            "tea", order.Variant, model, order.Round, new Dictionary<string, double>(), new Dictionary<string, double>(more ?? []) { ["time"] = seconds },
            new OperationCounts(0, 0, 0, 0), null)
        {
            Launch = order.Launch,
        },
        [],
        new Interference(0, 0),
        IsWhole: true);

    public Task<IWorker> StartAsync(Assignment assignment, int? cores, CancellationToken cancellation)
    {
        lock (_lock)
        {
            Starting(assignment, cores);
            return Task.FromResult<IWorker>(new MadeUpWorker(this, ++Started, assignment.Model ?? "sequential"));
        }
    }

    private async Task<T> DoAsync<T>(int number, string model, string what, bool counts, Func<Task<T>> work)
    {
        lock (_lock)
        {
            Log.Add($"{number} {model}: {what}");
            _busy += counts ? 1 : 0;
            MostBusyAtOnce = Math.Max(MostBusyAtOnce, _busy);
        }

        try
        {
            return await work();
        }
        finally
        {
            Interlocked.Add(ref _busy, counts ? -1 : 0);
        }
    }

    private sealed class MadeUpWorker(MadeUpWorkers owner, int number, string model) : IWorker
    {
        public Task<WatchedTrial> RunAsync(WorkerOrder.RunTrial order, CancellationToken cancellation) =>
            owner.DoAsync(number, model, $"{order.Variant} {order.Round}", order.Round > 0, () => owner.Outcome(model, order, cancellation));

        public Task<WatchedTrial> TraceAsync(WorkerOrder.RunTraced order, CancellationToken cancellation) =>
            RunAsync(WorkerOrder.RunTrial.Traced(order.Variant), cancellation);

        public Task<TimeSpan?> RunSequentiallyAsync(WorkerOrder.RunSequentially order, CancellationToken cancellation) =>
            owner.DoAsync(number, model, order.Variant, counts: true, () => Task.FromResult(owner.Sequential()));

        public ValueTask DisposeAsync()
        {
            owner.Ended++;
            return ValueTask.CompletedTask;
        }
    }
}
