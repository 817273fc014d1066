using Interleave.Silo;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;

namespace Runtime.Tests.Orleans;

public sealed class PlacementStrategyTests
{
    [Theory]
    [InlineData("hash", typeof(HashBasedPlacement))]
    [InlineData("random", typeof(RandomPlacement))]
    [InlineData("local", typeof(PreferLocalPlacement))]
    [InlineData("balanced", typeof(ActivationCountBasedPlacement))]
    public void A_silo_places_grains_as_it_is_told(string placement, Type strategy)
    {
        var options = new SiloRequest { Placement = placement, ClusterId = $"placement-{Guid.NewGuid():N}" }.Choose();

        using var silo = SiloHost.Build(options);

        Assert.IsType(strategy, silo.Services.GetRequiredService<PlacementStrategy>());
    }
}
