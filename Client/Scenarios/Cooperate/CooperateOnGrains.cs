using Interleave.Client.Models;
using Interleave.Grains.Cooperate;

namespace Interleave.Client.Scenarios.Cooperate;

/// <summary>One grain streams items to another, which asks for more when it has taken what came.</summary>
internal sealed class CooperateOnGrains() : Workload<CooperateJob, CooperateAnswer>(Model.Grains)
{
    private IConsumerGrain? _consumer;
    private long _producer;

    public override async Task PrepareAsync(CooperateJob job, TrialContext trial, CancellationToken cancellation)
    {
        var producer = trial.FreshGrainsOf<IProducerGrain>(1).First();
        var home = await producer.Silo();
        _producer = producer.GetPrimaryKeyLong();
        _consumer = await trial.FindGrainAsync<IConsumerGrain>(silo => (silo == home) != job.AcrossSilos);
    }

    public override async Task<CooperateAnswer> RunAsync(CooperateJob job, TrialContext trial, CancellationToken cancellation)
    {
        using var producing = trial.Unit("producer");
        using var consuming = trial.Unit("consumer");
        var consumer = _consumer ?? throw new InvalidOperationException("The trial was not prepared.");
        return new CooperateAnswer(await consumer.Consume(_producer, job.Items, job.Effort, cancellation), ProducerThreads: null);
    }
}
