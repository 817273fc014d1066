using Interleave.Embedded.Calls;
using Interleave.Embedded.Hosting;
using Interleave.Embedded.Membership;
using Interleave.Embedded.Network;
using Interleave.Embedded.Placement;
using Interleave.Embedded.Storage;
using Interleave.Embedded.Tracing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Interleave.Embedded.Runtime;

/// <summary>Hosts grains, and calls them: those of its own without leaving the process.</summary>
internal sealed class Silo : CallRouter, IHostedService, IDisposable
{
    /// <summary>A call is sent on a few times at most while grains move; more means that the silos contradict each other.</summary>
    private const int MostHops = 8;

    private static readonly TimeSpan ExpiryQuantum = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan DrainPause = TimeSpan.FromMilliseconds(5);

    private readonly CancellationTokenSource _stopping = new();
    private readonly ILoggerFactory _loggers;
    private readonly HeldCalls _held;
    private SiloSeat? _seat;
    private MembershipWatch? _watch;
    private SiloNetwork? _network;
    private StateFiles? _state;
    private IdleCollector? _collector;
    private ITimer? _expiry;
    private bool _isLeaving;

    public Silo(GrainClasses classes, IOptions<EmbeddedSiloOptions> options, TimeProvider time, ILoggerFactory loggers, IServiceProvider services)
        : base(classes, time, options.Value.ResponseTimeout)
    {
        _loggers = loggers;
        Services = services;
        Options = options.Value;
        Address = SiloAddress.OfNewSilo(Options.SiloEndpoint, time);
        Log = new SiloLog(loggers.CreateLogger<Silo>());
        Catalog = new Catalog(this);
        Directory = new GrainDirectory(Address, Catalog, new Channel(this));
        Directory.Changed += TryHeldAgain;
        _held = new HeldCalls(RouteOrFail, time, ResponseTimeout);
    }

    public IServiceProvider Services { get; }

    public EmbeddedSiloOptions Options { get; }

    public SiloAddress Address { get; }

    public SiloLog Log { get; }

    public Catalog Catalog { get; }

    public GrainDirectory Directory { get; }

    public SiloNetwork Network => _network ?? throw NotStarted();

    public StateFiles State => _state ?? throw NotStarted();

    public MembershipWatch Watch => _watch ?? throw NotStarted();

    public long Now => TimeProvider.GetTimestamp();

    /// <summary>Cancelled when the silo begins to stop.</summary>
    public CancellationToken Stopping => _stopping.Token;

    /// <summary>Hands a call to its grain here, or sends it to the silo that has the grain; where that is not known yet, the call waits.</summary>
    public override void Route(Call call)
    {
        if (Catalog.Find(call.Target) is { } found)
        {
            Deliver(call, found);
            return;
        }

        var grainClass = Classes.Named(call.Target.Type);
        var changes = _held.Changes;
        if (call.View > Directory.View.Version)
        {
            Watch.Hint();
            _held.Hold(call, changes);
        }
        else if (grainClass.MostLocalWorkers is { } most && !Volatile.Read(ref _isLeaving))
        {
            Deliver(call, Catalog.Worker(grainClass, call.Target, most));
        }
        else
        {
            var (here, elsewhere) = Directory.Locate(grainClass, call.Target);
            if (here is not null)
            {
                Deliver(call, here);
            }
            else if (elsewhere is null || !TrySend(elsewhere, call))
            {
                _held.Hold(call, changes);
            }
        }
    }

    /// <summary>More may be known about where calls have to go.</summary>
    public void TryHeldAgain() => _held.Release();

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var secret = ClusterSecret.Share(Options.Folder);
        var folder = new ClusterFolder(Options.Folder);
        if (folder.Read().Members.FirstOrDefault(member => member.Protocol != Challenge.CurrentVersion && folder.IsHeld(member.Seat)) is { } foreign)
        {
            throw new OrleansException(
                $"The cluster in '{Options.Folder}' has a silo that speaks version {foreign.Protocol} (process {foreign.ProcessId}), this one speaks version " +
                    $"{Challenge.CurrentVersion}: stop that cluster, or give this silo another cluster id.");
        }

        var self = Self(isLeaving: false);
        _seat = SiloSeat.Take(folder.FileOf(self.Seat), TimeProvider);
        _state = new StateFiles(Path.Combine(Options.Folder, "state"));
        _network = new SiloNetwork(this, secret, _loggers);
        await _network.StartAsync(cancellationToken);
        _watch = new MembershipWatch(folder, self, _seat, Adopt, End, Log, TimeProvider);
        await _watch.ListAsync(self, cancellationToken);
        await Directory.IsReady.WaitAsync(cancellationToken);
        _network.OnJoined();
        _collector = new IdleCollector(Catalog, TimeProvider);
        _expiry = TimeProvider.CreateTimer(_ => _held.Expire(), null, ExpiryQuantum, ExpiryQuantum);
    }

    /// <summary>Ends every grain, and waits until all that was asked of this silo or by it is answered, as far as there is time.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_watch is null || _seat is null || Interlocked.Exchange(ref _isLeaving, true))
        {
            return;
        }

        _collector?.Dispose();
        try
        {
            // Once it is listed as leaving, its grains are given up as those of others.
            await _watch.ListAsync(Self(isLeaving: true), cancellationToken);
            await _stopping.CancelAsync();
            await DrainAsync(cancellationToken);
            await _watch.ListAsync(null, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await _stopping.CancelAsync();
            Log.StoppedEarly(Catalog.Activations.Count());
            Halt();
        }

        await Network.CloseAsync(cancellationToken);
        _watch.Dispose();
        await (_expiry?.DisposeAsync() ?? ValueTask.CompletedTask);
        _seat.Dispose();
    }

    public void Dispose()
    {
        // Others take over when the seat is free: until then, nothing of this silo may run on.
        Halt();
        _watch?.Dispose();
        _network?.Dispose();
        _seat?.Dispose();
        _stopping.Dispose();
    }

    private ClusterMember Self(bool isLeaving) => new(Address, Options.GatewayEndpoint, Environment.ProcessId, Challenge.CurrentVersion, isLeaving);

    private static InvalidOperationException NotStarted() => new("The silo has not been started.");

    private void Deliver(Call call, Activation activation)
    {
        call.Own();
        CallTracing.Arrived(call, TimeProvider);
        call.Place = activation;
        activation.Accept(call);
    }

    private bool TrySend(SiloAddress to, Call call)
    {
        if (call.Hops >= MostHops)
        {
            throw new OrleansMessageRejectionException($"The silos do not agree on which of them {call.Target} belongs to.");
        }

        call.View = Directory.View.Version;
        return Network.TrySend(to, call);
    }

    private void Adopt(MemberTable table)
    {
        Log.Members(table.Version, string.Join(", ", table.Members.Select(member => member.IsLeaving ? $"{member.Silo} (leaving)" : member.Silo.ToString())));
        Network.Adopt(table);
        Directory.Adopt(new ClusterView(
            table.Version,
            [.. table.Members.Select(member => member.Silo)],
            [.. table.Members.Where(member => !member.IsLeaving).Select(member => member.Silo)]));
    }

    private async Task DrainAsync(CancellationToken cancellationToken)
    {
        var reason = new DeactivationReason(DeactivationReasonCode.ShuttingDown, "The silo is shutting down.");
        await Task.WhenAll(Catalog.Activations.Select(activation => activation.DeactivateAsync(reason))).WaitAsync(cancellationToken);
        using var pause = new PeriodicTimer(DrainPause);
        while (Catalog.Movable.Any() || Network.IsBusy)
        {
            await pause.WaitForNextTickAsync(cancellationToken);
        }
    }

    private void Halt()
    {
        foreach (var activation in Catalog.Activations)
        {
            activation.Scheduler.Halt();
        }
    }

    /// <summary>Ends this silo at once: whatever it still did would be done beside those that took its place.</summary>
    private void End(string reason)
    {
        Halt();
        Log.Ends(reason);
        if (Options.End is { } end)
        {
            end(reason);
            return;
        }

        OwnProcess.Kill($"The silo ended: {reason}.");
    }

    /// <summary>The network exists only once the silo is started.</summary>
    private sealed class Channel(Silo silo) : IOwnerChannel
    {
        public void Tell(SiloAddress owner, HostedGrains hosted) => silo.Network.Tell(owner, hosted);

        public void TellGone(SiloAddress owner, GrainId grain) => silo.Network.TellGone(owner, grain);
    }
}
