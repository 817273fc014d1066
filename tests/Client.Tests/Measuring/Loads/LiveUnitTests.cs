using Interleave.Client.Measuring.Loads;

namespace Interleave.Client.Tests.Measuring.Loads;

public sealed class LiveUnitTests
{
    [Fact]
    public void A_unit_is_alive_until_it_is_disposed_of()
    {
        var units = new LiveUnits();

        using (new LiveUnit("first", units))
        {
        }

        using (new LiveUnit("second", units))
        using (new LiveUnit("third", units))
        {
        }

        Assert.Equal(2, units.Peak);
    }
}
