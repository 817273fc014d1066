namespace Interleave.Client.Tests.Judging.Claims.Rules;

/// <summary>The rule that reads <c>forkjoin</c>, on figures made up for every verdict.</summary>
public sealed class ForkJoinClaimTests : ClaimTests
{
    [Theory]
    [InlineData(Supported, 1.02, 0.001)]
    [InlineData(Refuted, 0.1, 0.001)]
    [InlineData(Refuted, 1.02, 0.8)]
    public void Joining_blocks_for_the_slowest_child_and_running_on_hardly_at_all(string expected, double joined, double ranOn) =>
        Expect(expected, "001-forkjoin", new MadeUpRun()
        .Figures("forkjoin", "join", "threads", "blocked-share", joined, joined, joined, joined, joined, joined)
        .Figures("forkjoin", "run on", "tasks", "blocked-share", ranOn, ranOn, ranOn, ranOn, ranOn, ranOn));
}
