using Interleave.Client.Chaos;
using Interleave.Client.Clusters;

namespace EndToEnd.Tests.Clusters;

public sealed class ChaosTests
{
    [Fact]
    public async Task No_acknowledged_transfer_is_lost_or_doubled_whatever_becomes_of_silos()
    {
        var plan = new ChaosPlan(Silos: 3, Rate: 200, Seconds: 4, Rounds: 1, ["kill", "freeze", "restart"], Seed: 1) { Books = 24 };

        var measured = await RunAsync(plan, [.. plan.Faults.Select(FaultCatalogue.Named)]);

        Assert.Null(measured.Trouble);
        Assert.True(measured.Findings!.AddsUp, measured.Findings.ToString());
        Assert.True(measured.Findings.Acknowledged > plan.Rate * plan.Seconds);
        Assert.All(measured.Faults, fault => Assert.Equal((0, 0), (fault.Duplicates, fault.LostInStorage)));
        // What was in memory only is gone with the silo that was killed, and its books are elsewhere.
        Assert.True(measured.Faults[0].LostInMemory > 0);
        Assert.True(measured.Faults[0].Moved > 0);
        Assert.True(measured.Faults[0].KeptInStorage > 0);
    }

    [Fact]
    public async Task A_planted_loss_is_found()
    {
        var plan = new ChaosPlan(Silos: 2, Rate: 100, Seconds: 3, Rounds: 1, ["roll back"], Seed: 1) { Books = 8 };

        var measured = await RunAsync(plan, [new RollBack()]);

        Assert.False(measured.Findings!.AddsUp);
        Assert.NotEmpty(measured.Findings.LostIds);
        Assert.True(measured.Faults.Single().LostInStorage > 0);
    }

    private static Task<ChaosMeasured> RunAsync(ChaosPlan plan, IReadOnlyList<IFault> faults) =>
        new ChaosRunner(plan, faults, Guid.NewGuid().ToString("N"), _ => { }).RunAsync(new LocalClusterOptions(), CancellationToken.None);
}
