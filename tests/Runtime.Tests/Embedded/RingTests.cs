using System.Net;
using Interleave.Embedded.Placement;

namespace Runtime.Tests.Embedded;

public sealed class RingTests
{
    private const int Grains = 20_000;

    [Fact]
    public void Each_silo_gets_about_its_share_of_grains()
    {
        var ring = new Ring([Silo(1), Silo(2), Silo(3), Silo(4)]);

        var shares = Enumerable.Range(0, Grains).GroupBy(grain => ring.OwnerOf(Id(grain))).Select(share => share.Count() * 4.0 / Grains).ToArray();

        Assert.Equal(4, shares.Length);
        Assert.All(shares, share => Assert.InRange(share, 0.6, 1.5));
    }

    [Fact]
    public void A_silo_that_joins_takes_its_share_and_moves_nothing_else()
    {
        var before = new Ring([Silo(1), Silo(2), Silo(3)]);
        var after = new Ring([Silo(1), Silo(2), Silo(3), Silo(4)]);

        var moved = Enumerable.Range(0, Grains).Select(Id).Where(grain => before.OwnerOf(grain) != after.OwnerOf(grain)).ToArray();

        Assert.InRange(moved.Length, Grains / 8, Grains * 3 / 8);
        Assert.All(moved, grain => Assert.Equal(Silo(4), after.OwnerOf(grain)));
    }

    [Fact]
    public void All_processes_find_the_same_owner_in_whichever_order_they_learned_of_the_silos()
    {
        var one = new Ring([Silo(1), Silo(2), Silo(3)]);
        var other = new Ring([Silo(3), Silo(1), Silo(2)]);

        Assert.All(Enumerable.Range(0, 1000).Select(Id), grain => Assert.Equal(one.OwnerOf(grain), other.OwnerOf(grain)));
    }

    private static GrainId Id(int grain) => new("Tests.Grain", grain.ToString("X", null));

    private static SiloAddress Silo(int number) => new(new IPEndPoint(IPAddress.Loopback, 11110 + number), 7);
}
