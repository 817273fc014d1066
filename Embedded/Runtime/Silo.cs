using Interleave.Embedded.Calls;
using Interleave.Embedded.Hosting;
using Interleave.Embedded.Tracing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Interleave.Embedded.Runtime;

/// <summary>Hosts grains, and calls them: those of its own without leaving the process.</summary>
internal sealed class Silo : CallRouter
{
    private readonly CancellationTokenSource _stopping = new();
    private Ring _ring;
    private ITimer? _collector;

    public Silo(GrainClasses classes, IOptions<EmbeddedSiloOptions> options, TimeProvider time, ILogger<Silo> logger, IServiceProvider services)
        : base(classes, time, options.Value.ResponseTimeout, services)
    {
        Options = options.Value;
        Address = new SiloAddress(Options.SiloEndpoint, Environment.ProcessId);
        Log = new SiloLog(logger);
        Catalog = new Catalog(this, classes);
        _ring = new Ring([Address]);
    }

    public EmbeddedSiloOptions Options { get; }

    public SiloAddress Address { get; }

    public SiloLog Log { get; }

    public Catalog Catalog { get; }

    public long Now => TimeProvider.GetTimestamp();

    public TimeSpan ResponseTimeout => Options.ResponseTimeout;

    /// <summary>Cancelled when the silo begins to stop.</summary>
    public CancellationToken Stopping => _stopping.Token;

    public override void Route(Call call)
    {
        call.Own();
        if (CallTracing.IsOn)
        {
            call.Arrived = TimeProvider.GetUtcNow();
        }

        Catalog.Deliver(call);
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _collector = TimeProvider.CreateTimer(_ => Collect(), null, Options.CollectionQuantum, Options.CollectionQuantum);
        return Task.CompletedTask;
    }

    /// <summary>Lets every grain say farewell, as far as there is time.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await (_collector?.DisposeAsync() ?? ValueTask.CompletedTask);
        var reason = new DeactivationReason(DeactivationReasonCode.ShuttingDown, "The silo is shutting down.");
        await Task.WhenAll(Catalog.Activations.Select(activation => activation.DeactivateAsync(reason))).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public override void Dispose()
    {
        _stopping.Dispose();
        base.Dispose();
    }

    private void Collect()
    {
        var asked = Now - (10 * 60 * TimeProvider.TimestampFrequency);
        foreach (var activation in Catalog.Activations)
        {
            activation.CollectIfIdle(Options.CollectionAge, asked);
        }
    }
}
