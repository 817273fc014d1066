using System.Net;
using Interleave.Embedded.Placement;
using Interleave.Embedded.Runtime;
using Runtime.Tests.Embedded.Clusters;
using Runtime.Tests.Grains;

namespace Runtime.Tests.Embedded.Placement;

public sealed class GrainDirectoryTests : IAsyncLifetime, IDisposable
{
    private static readonly SiloAddress Self = new(new IPEndPoint(IPAddress.Loopback, 1), 1);
    private static readonly SiloAddress Other = new(new IPEndPoint(IPAddress.Loopback, 2), 1);

    private readonly TestFolder _folder = new();
    private TestSilo _silo = null!; // Both are set before any test runs.
    private GrainDirectory _directory = null!;

    private GrainClass Class => _silo.Silo.Classes.For(typeof(IHoldGrain));

    public async Task InitializeAsync()
    {
        _silo = await TestSilo.StartAsync(_folder.Path);
        _directory = new GrainDirectory(Self, new Catalog(_silo.Silo), new Silence());
    }

    [Fact]
    public void A_silo_activates_nothing_before_all_others_have_told_what_they_still_have()
    {
        var view = View(1, Self, Other);
        _directory.Adopt(view);
        var grain = OwnGrain(view);

        Assert.Equal(default, _directory.Locate(Class, grain));
        _directory.OnTold(Other, new HostedGrains(1, []));

        Assert.NotNull(_directory.Locate(Class, grain).Here);
    }

    [Fact]
    public void A_grain_that_another_silo_still_has_is_there_until_that_silo_tells_that_it_has_gone()
    {
        var view = View(1, Self, Other);
        _directory.Adopt(view);
        var grain = OwnGrain(view);
        _directory.OnTold(Other, new HostedGrains(1, [grain]));

        Assert.Equal(Other, _directory.Locate(Class, grain).Elsewhere);
        _directory.OnToldGone(Other, grain);

        Assert.NotNull(_directory.Locate(Class, grain).Here);
    }

    [Fact]
    public void A_grain_that_died_with_its_silo_is_activated_by_its_owner()
    {
        var view = View(1, Self, Other);
        _directory.Adopt(view);
        var grain = OwnGrain(view);
        _directory.OnTold(Other, new HostedGrains(1, [grain]));

        _directory.Adopt(View(2, Self));

        Assert.NotNull(_directory.Locate(Class, grain).Here);
    }

    [Fact]
    public void What_a_silo_told_of_an_older_cluster_comes_too_late()
    {
        _directory.Adopt(View(2, Self, Other));
        var next = View(3, Self, Other);
        var grain = OwnGrain(next);
        _directory.OnTold(Other, new HostedGrains(3, [grain]));

        _directory.OnTold(Other, new HostedGrains(1, []));
        _directory.Adopt(next);

        Assert.Equal(Other, _directory.Locate(Class, grain).Elsewhere);
    }

    [Fact]
    public void A_grain_that_has_gone_before_this_silo_knew_the_cluster_is_not_looked_for_elsewhere()
    {
        _directory.Adopt(View(1, Self, Other));
        var next = View(2, Self, Other);
        var grain = OwnGrain(next);
        _directory.OnTold(Other, new HostedGrains(2, [grain]));

        _directory.OnToldGone(Other, grain);
        _directory.Adopt(next);

        Assert.NotNull(_directory.Locate(Class, grain).Here);
    }

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    private static ClusterView View(long version, params SiloAddress[] silos) => new(version, silos, silos);

    private GrainId OwnGrain(ClusterView view) =>
        Enumerable.Range(0, 1_000).Select(key => new GrainId(Class.Name, $"{key}")).First(grain => view.OwnerOf(grain) == Self);

    /// <summary>Says nothing to other silos, which are not there.</summary>
    private sealed class Silence : IOwnerChannel
    {
        public void Tell(SiloAddress owner, HostedGrains hosted)
        {
        }

        public void TellGone(SiloAddress owner, GrainId grain)
        {
        }
    }
}
