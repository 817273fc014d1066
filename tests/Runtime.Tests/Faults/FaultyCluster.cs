using System.Net;
using Interleave.Client.Clusters;
using Interleave.Client.GrainRuntimes;
using Interleave.Silo;

namespace Runtime.Tests.Faults;

/// <summary>Silo processes in places of their own, to which events happen.</summary>
internal sealed class FaultyCluster(int silos, TimeSpan responseTimeout) : IDisposable
{
    private readonly string _clusterId = $"faults-{Guid.NewGuid():N}";
    private readonly FaultySilo?[] _places = new FaultySilo?[silos];

    public IEnumerable<FaultySilo> Living => _places.OfType<FaultySilo>().Where(silo => silo.Lives);

    /// <summary>Starts all silos, and returns where clients find them.</summary>
    public async Task<ClusterAddress> StartAsync()
    {
        for (var place = 0; place < silos; place++)
        {
            _places[place] = FaultySilo.Start(_clusterId, responseTimeout);
        }

        var ready = await Task.WhenAll(Living.Select(silo => silo.Joined));
        return new ClusterAddress(
            _clusterId, [
                .. ready.OfType<SiloReady>().Select(silo =>
                    new IPEndPoint(IPAddress.Parse(silo.Address), silo.GatewayPort))])
        { ResponseTimeout = responseTimeout };
    }

    /// <summary>Waits until half of the silos have joined and can answer, however slow the machine is at starting processes.</summary>
    public async Task HalfReadyAsync()
    {
        while (true)
        {
            var running = Living.Where(silo => !silo.IsFrozen).ToList();
            var joining = running.Where(silo => !silo.Joined.IsCompleted).Select(silo => silo.Joined).ToList();
            if (joining.Count == 0 || running.Count - joining.Count >= silos / 2)
            {
                return;
            }

            await Task.WhenAny(joining);
        }
    }

    public void Apply(FaultEvent happens)
    {
        var silo = _places[happens.Place];
        switch (happens.Kind)
        {
            case FaultKind.Stop:
                silo?.Stop();
                break;
            case FaultKind.Kill:
                silo?.Kill();
                break;
            case FaultKind.Freeze:
                silo?.Freeze();
                break;
            case FaultKind.Thaw:
                silo?.Thaw();
                if (silo is { Lives: false })
                {
                    StartAgain(happens.Place);
                }

                break;
            default:
                StartAgain(happens.Place);
                break;
        }
    }

    /// <summary>Has a silo run in each place.</summary>
    public async Task HealAsync()
    {
        foreach (var silo in Living)
        {
            silo.Thaw();
        }

        for (var place = 0; place < silos; place++)
        {
            // One that is stopping, or was ended while it was frozen, does not join any more.
            if (_places[place] is not { Lives: true } || await _places[place]!.Joined is null)
            {
                StartAgain(place);
            }
        }

        await Task.WhenAll(_places.Select(silo => silo!.Joined));
    }

    public void Dispose()
    {
        foreach (var silo in _places)
        {
            silo?.Dispose();
        }
    }

    private void StartAgain(int place)
    {
        _places[place]?.Dispose();
        _places[place] = null;
        _places[place] = FaultySilo.Start(_clusterId, responseTimeout);
    }
}
