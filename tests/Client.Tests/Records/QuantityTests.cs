using Interleave.Client.Records;

namespace Interleave.Client.Tests.Records;

public sealed class QuantityTests
{
    [Theory]
    [InlineData(0.00132, "s", "1.32 ms")]
    [InlineData(80, "ns", "80 ns")]
    [InlineData(1.5 * 1024 * 1024, "By", "1.50 MiB")]
    [InlineData(1939.2, "{op}/s", "1,939 op/s")]
    [InlineData(0.97, "1", "0.97")]
    [InlineData(0.97, "{share}", "97 %")]
    [InlineData(1, "{share}", "100 %")]
    [InlineData(0.0238, "{share}", "2.38 %")]
    [InlineData(1, "{thread}", "1 thread")]
    [InlineData(0, "{thread}", "0 threads")]
    [InlineData(2112, "{switch}", "2,112 switches")]
    [InlineData(0.43, "{update}/{step}", "0.43 updates per step")]
    [InlineData(0.0000032, "{update}/{step}", "3.20 updates per million steps")]
    [InlineData(1, "{switch}/{trip}", "1 switch per trip")]
    [InlineData(double.NaN, "s", "not measured")]
    public void A_figure_is_written_as_people_read_it(double value, string unit, string written) => Assert.Equal(written, Quantity.Format(value, unit));

    [Theory]
    [InlineData("1", "")]
    [InlineData("By", "bytes")]
    [InlineData("{op}/s", "op/s")]
    [InlineData("{share}", "%")]
    [InlineData("{switch}", "switches")]
    [InlineData("ms", "ms")]
    public void A_unit_is_named_as_people_write_it(string unit, string name) => Assert.Equal(name, Quantity.NameOf(unit));
}
