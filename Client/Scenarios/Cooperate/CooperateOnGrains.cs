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
        var silos = await trial.FindGrainsAsync<IProducerGrain>(job.AcrossSilos ? 2 : 1, grainsEach: 1);
        var consumers = await trial.FindGrainsAsync<IConsumerGrain>(job.AcrossSilos ? 2 : 1, grainsEach: 1);
        _producer = silos[0][0].GetPrimaryKeyLong();
        var home = await silos[0][0].Silo();
        foreach (var consumer in consumers.Select(silo => silo[0]))
        {
            if (await consumer.Silo() == home != job.AcrossSilos)
            {
                _consumer = consumer;
            }
        }
    }

    public override async Task<CooperateAnswer> RunAsync(CooperateJob job, TrialContext trial, CancellationToken cancellation)
    {
        using var producing = trial.Unit("producer");
        using var consuming = trial.Unit("consumer");
        var consumer = _consumer ?? throw new InvalidOperationException("No consumer was found beside the producer.");
        return new CooperateAnswer(await consumer.Consume(_producer, job.Items, job.Effort, cancellation), ProducerThreads: null);
    }
}
