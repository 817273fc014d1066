using Interleave.Client.Judging.Claims;
using Interleave.Client.Records;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Tests.Judging.Claims;

public sealed class ClaimNotesTests
{
    [Fact]
    public void A_verdict_names_what_it_was_reached_without()
    {
        var run = new MadeUpRun()
            .Figures("spinner", "computing", "loop", "frames-shown", 0, 0, 0)
            .Figures("spinner", "computing", "threads", "frames-shown", 0.9, 1, 1)
            .Metric("spinner", "frames-shown", Quantity.Share, Better.Higher)
            .Build();

        var verdict = ClaimCatalogue.Create(ScenarioCatalogue.All).Judge(new Evidence([run])).Single(claim => claim.Id == "000-freeze");

        Assert.Equal(
            (Finding.Supported, "loop frames-shown 0 %; threads frames-shown 100 % (90 % to 100 %); still without the model `gil`"),
            (verdict.Verdict, verdict.Evidence));
    }

    [Fact]
    public void A_verdict_that_rests_on_disturbed_rounds_says_so()
    {
        var run = new MadeUpRun()
            .Figures("cpu", "two", "threads", "speed-up", 1.7, 1.8, 1.9)
            .Change("cpu", "two", "threads", 2, trial => trial with { Disturbed = true })
            .Build();

        var verdict = ClaimCatalogue.Create(ScenarioCatalogue.All).Judge(new Evidence([run])).Single(claim => claim.Id == "002-parallel");

        Assert.EndsWith("; the machine disturbed 1 of 3 trials", verdict.Evidence, StringComparison.Ordinal);
    }
}
