using Interleave.Embedded.Serialization;

namespace Runtime.Tests.Embedded;

public sealed class WireWritersTests
{
    private const int Large = 1 << 21;

    [Fact]
    public void A_writer_that_has_grown_large_is_not_kept()
    {
        var grown = WireWriters.Rent();
        grown.WriteBytes(new byte[Large]);
        WireWriters.Return(grown);

        Assert.InRange(WireWriters.Rent().Capacity, 1, Large / 2);
    }

    [Fact]
    public void A_writer_that_is_used_again_begins_with_nothing()
    {
        var used = WireWriters.Rent();
        used.WriteText("of the message before");
        WireWriters.Return(used);

        Assert.Equal(0, WireWriters.Rent().Length);
    }
}
