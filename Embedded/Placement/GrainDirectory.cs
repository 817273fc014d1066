using System.Collections.Concurrent;
using System.Collections.Immutable;
using Interleave.Embedded.Runtime;

namespace Interleave.Embedded.Placement;

/// <summary>Decides which grains this silo may activate, such that no grain has two activations in the cluster at any moment.</summary>
/// <remarks>
/// By each view of the cluster, every grain has one owner, and only the owner activates it. When the view changes, each silo first stops to activate what
/// is not its own any more, then tells each other silo which of its grains are still here. An owner waits for that word from all others before it
/// activates a grain that it did not own before, and sends calls for grains that are still elsewhere there, until it is told that they are gone. A silo
/// that gives no word holds up the others until it is dead for certain, which brings the next view.
/// </remarks>
internal sealed class GrainDirectory(SiloAddress self, Catalog catalog, IOwnerChannel others)
{
    private const int Stripes = 64;

    private readonly Lock[] _stripes = [.. Enumerable.Range(0, Stripes).Select(_ => new Lock())];
    private readonly Lock _gate = new();
    private readonly Lock _telling = new();
    private readonly ConcurrentDictionary<GrainId, SiloAddress> _elsewhere = new();
    private readonly Dictionary<SiloAddress, (long Version, HashSet<GrainId> Grains)> _told = [];
    private readonly TaskCompletionSource _isReady = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Ownership _ownership = Ownership.None;

    /// <summary>More may be known than before: calls whose way was not known are to be tried again.</summary>
    public event Action? Changed;

    public ClusterView View => _ownership.View;

    /// <summary>Done when this silo may activate all that it owns for the first time.</summary>
    public Task IsReady => _isReady.Task;

    /// <summary>Where a grain is; if it is to be here, it is activated.</summary>
    public GrainLocation Locate(GrainClass grainClass, GrainId grain)
    {
        lock (StripeOf(grain))
        {
            var now = _ownership;
            if (now.View.Version == 0)
            {
                return default;
            }

            if (now.View.OwnerOf(grainClass, grain) is not { } owner)
            {
                throw new SiloUnavailableException($"No silo of the cluster takes {grain}.");
            }

            return owner != self ? new GrainLocation(null, owner)
                : !now.Holds(grainClass, grain, self) ? default
                : _elsewhere.TryGetValue(grain, out var host) ? new GrainLocation(null, host)
                : new GrainLocation(catalog.GetOrAdd(grainClass, grain), null);
        }
    }

    /// <summary>Takes the next view of the cluster, and gives up what is others' by it.</summary>
    public void Adopt(ClusterView view)
    {
        lock (_gate)
        {
            Become(_ownership.Next(view));
            foreach (var (grain, host) in _elsewhere)
            {
                if (!view.Members.Contains(host) || view.OwnerOf(grain) != self)
                {
                    _elsewhere.TryRemove(grain, out _);
                }
            }

            foreach (var (silo, told) in _told.ToArray())
            {
                if (!view.Members.Contains(silo))
                {
                    _told.Remove(silo);
                }
                else if (told.Version == view.Version)
                {
                    Take(silo, told.Grains);
                }
            }

            CompleteIfAllTold();
        }

        TellAll();
        var reason = new DeactivationReason(DeactivationReasonCode.DuplicateActivation, "The grain belongs to another silo now.");
        foreach (var activation in catalog.Movable.Where(activation => view.OwnerOf(activation.GrainId) != self))
        {
            _ = activation.DeactivateAsync(reason);
        }

        Changed?.Invoke();
    }

    /// <summary>Tells a silo, that may have missed it, what is here of its grains.</summary>
    public void TellAgain(SiloAddress owner)
    {
        lock (_telling)
        {
            var view = View;
            others.Tell(
                owner,
                new HostedGrains(view.Version, [.. catalog.Movable.Select(activation => activation.GrainId).Where(grain => view.OwnerOf(grain) == owner)]));
        }
    }

    /// <summary>An activation has left the catalog; if it was here while it belonged elsewhere, its owner may go on.</summary>
    public void OnGone(GrainId grain)
    {
        if (View.OwnerOf(grain) is { } owner && owner != self)
        {
            lock (_telling)
            {
                others.TellGone(owner, grain);
            }
        }
    }

    /// <summary>Another silo told what it has of this one's grains.</summary>
    public void OnTold(SiloAddress by, HostedGrains hosted)
    {
        lock (_gate)
        {
            if (hosted.Version < View.Version)
            {
                return;
            }

            var grains = hosted.Grains.ToHashSet();
            _told[by] = (hosted.Version, grains);
            if (hosted.Version == View.Version && View.Members.Contains(by))
            {
                Take(by, grains);
                CompleteIfAllTold();
            }
        }

        Changed?.Invoke();
    }

    /// <summary>Another silo told that one of this silo's grains is no more there.</summary>
    public void OnToldGone(SiloAddress by, GrainId grain)
    {
        lock (_gate)
        {
            if (_told.TryGetValue(by, out var told))
            {
                told.Grains.Remove(grain);
            }

            _elsewhere.TryRemove(KeyValuePair.Create(grain, by));
        }
    }

    private void TellAll()
    {
        lock (_telling)
        {
            var view = View;
            var hosted = catalog.Movable.Select(activation => activation.GrainId).ToLookup(grain => view.OwnerOf(grain));
            foreach (var other in view.Members.Where(silo => silo != self))
            {
                others.Tell(other, new HostedGrains(view.Version, [.. hosted[other]]));
            }
        }
    }

    /// <summary>First what is new, then what is no more: no grain may seem to be nowhere in between.</summary>
    private void Take(SiloAddress host, HashSet<GrainId> grains)
    {
        foreach (var grain in grains)
        {
            _elsewhere[grain] = host;
        }

        foreach (var entry in _elsewhere.Where(entry => entry.Value == host && !grains.Contains(entry.Key)))
        {
            _elsewhere.TryRemove(entry);
        }
    }

    private void CompleteIfAllTold()
    {
        var view = View;
        if (!_ownership.IsComplete && view.Members.All(silo => silo == self || (_told.TryGetValue(silo, out var told) && told.Version == view.Version)))
        {
            Become(_ownership.Completed());
            _isReady.TrySetResult();
        }
    }

    /// <summary>An activation that runs meanwhile has been decided before, or is decided by what is now.</summary>
    private void Become(Ownership next)
    {
        foreach (var stripe in _stripes)
        {
            stripe.Enter();
        }

        _ownership = next;
        foreach (var stripe in _stripes)
        {
            stripe.Exit();
        }
    }

    private Lock StripeOf(GrainId grain) => _stripes[(int)(grain.Hash % Stripes)];
}
