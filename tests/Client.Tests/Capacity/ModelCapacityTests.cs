using Interleave.Client.Capacity;
using Interleave.Client.Models;
using Interleave.Client.Reporting.Terminal;

namespace Interleave.Client.Tests.Capacity;

public sealed class ModelCapacityTests
{
    [Fact]
    public void What_bounds_the_capacity_is_named_although_another_launch_found_the_model_to_give_out()
    {
        var ofModel = MadeUpTrials.At(120, "p99") with { GaveOut = new GaveOut("the cores", OfHarness: false) };
        var ofServer = MadeUpTrials.At(150, "p99") with { GaveOut = new GaveOut("the I/O server", OfHarness: true) };
        var capacity = new ModelCapacity(
            Model.Tasks, [new Bracket(MadeUpTrials.At(110, null), ofModel), new Bracket(MadeUpTrials.At(140, null), ofServer)], []);

        Assert.Equal("at least 110/s: at 150/s what gave out was not the model but the I/O server.", CapacityTable.Sentence(capacity));
    }
}
