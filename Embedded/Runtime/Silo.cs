using Interleave.Embedded.Calls;
using Interleave.Embedded.Hosting;
using Interleave.Embedded.Network;
using Interleave.Embedded.Tracing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Interleave.Embedded.Runtime;

/// <summary>Hosts grains, and calls them: those of its own without leaving the process.</summary>
internal sealed class Silo : CallRouter, IHostedService, IDisposable
{
    private const int MostHops = 4;

    private static readonly TimeSpan CollectionAge = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan CollectionQuantum = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _stopping = new();
    private ITimer? _collector;

    public Silo(GrainClasses classes, IOptions<EmbeddedSiloOptions> options, TimeProvider time, ILogger<Silo> logger, IServiceProvider services)
        : base(classes, time, options.Value.ResponseTimeout)
    {
        Services = services;
        Options = options.Value;
        Address = new SiloAddress(Options.SiloEndpoint, Generation(time));
        Log = new SiloLog(logger);
        Catalog = new Catalog(this, classes);
        Network = new SiloNetwork(this);
    }

    public IServiceProvider Services { get; }

    public EmbeddedSiloOptions Options { get; }

    public SiloAddress Address { get; }

    public SiloLog Log { get; }

    public Catalog Catalog { get; }

    public SiloNetwork Network { get; }

    public long Now => TimeProvider.GetTimestamp();

    /// <summary>Cancelled when the silo begins to stop.</summary>
    public CancellationToken Stopping => _stopping.Token;

    /// <summary>Hands a call to its grain here, or sends it to the silo that owns the grain.</summary>
    public override void Route(Call call)
    {
        var view = Network.View;
        var owner = view.OwnerOf(Classes.Named(call.Target.Type), call.Target);
        if (owner == Address)
        {
            call.Own();
            CallTracing.Arrived(call, TimeProvider);
            Catalog.Deliver(call);
        }
        else if (call.Hops < MostHops)
        {
            view.Peers[owner].Send(call);
        }
        else
        {
            throw new OrleansMessageRejectionException($"The silos do not agree yet on which of them {call.Target} belongs to.");
        }
    }

    /// <summary>Silos have come: what is theirs now is deactivated here, and activated there on the next call.</summary>
    public void GiveUpForeign()
    {
        var view = Network.View;
        var reason = new DeactivationReason(DeactivationReasonCode.DuplicateActivation, "The grain belongs to another silo now.");
        foreach (var activation in Catalog.Activations.Where(activation => view.OwnerOf(activation.Class, activation.GrainId) != Address))
        {
            _ = activation.DeactivateAsync(reason);
        }
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _collector = TimeProvider.CreateTimer(_ => Collect(), null, CollectionQuantum, CollectionQuantum);
        await Network.StartAsync(cancellationToken);
    }

    /// <summary>Lets every grain say farewell, as far as there is time.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await (_collector?.DisposeAsync() ?? ValueTask.CompletedTask);
        Network.Leave();
        await _stopping.CancelAsync();
        var reason = new DeactivationReason(DeactivationReasonCode.ShuttingDown, "The silo is shutting down.");
        await Task.WhenAll(Catalog.Activations.Select(activation => activation.DeactivateAsync(reason)))
            .WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Network.CloseAsync(cancellationToken);
    }

    public void Dispose()
    {
        Network.Dispose();
        _stopping.Dispose();
    }

    /// <summary>Tells apart silos that follow each other at one address, even within a second.</summary>
    private static int Generation(TimeProvider time) => (int)(time.GetUtcNow().ToUnixTimeMilliseconds() / 10 % int.MaxValue);

    private void Collect()
    {
        foreach (var activation in Catalog.Activations)
        {
            activation.CollectIfIdle(CollectionAge);
        }
    }
}
