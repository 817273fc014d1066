using System.Collections.Concurrent;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Cooperate;

/// <summary>A producer and a consumer that block at the two ends of a bounded queue.</summary>
internal sealed class BlockingPair(CooperateJob job, TrialContext trial, CancellationToken cancellation) : IDisposable
{
    private readonly BlockingCollection<long> _queue = new(job.Capacity);
    private readonly ItemConsumer _consumer = new(job.Effort);
    private int _producer;

    public CooperateAnswer Answer => new(_consumer.Result, [_producer]);

    /// <param name="add">How the producer waits for a place in the queue.</param>
    public void Produce(Action<Action> add)
    {
        using var unit = trial.Unit("producer");
        var length = trial.Recorder.Series(CooperateScenario.QueueLength, "{item}");
        var items = new ItemSequence();
        _producer = Environment.CurrentManagedThreadId;
        try
        {
            for (var item = 0; item < job.Items; item++)
            {
                var next = items.Next();
                add(() => _queue.Add(next, cancellation));
                length.Add(_queue.Count);
            }
        }
        finally
        {
            _queue.CompleteAdding();
        }
    }

    /// <param name="take">How the consumer waits for an item.</param>
    public void Consume(Func<Func<long?>, long?> take)
    {
        using var unit = trial.Unit("consumer");
        while (take(Next) is { } item)
        {
            _consumer.Take(item);
        }
    }

    public void Dispose() => _queue.Dispose();

    private long? Next() => _queue.TryTake(out var item, Timeout.Infinite, cancellation) ? item : null;
}
