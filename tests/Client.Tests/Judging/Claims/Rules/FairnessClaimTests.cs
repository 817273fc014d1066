namespace Interleave.Client.Tests.Judging.Claims.Rules;

/// <summary>The rules that read <c>fairness</c>, on figures made up for every verdict.</summary>
public sealed class FairnessClaimTests : ClaimTests
{
    [Theory]
    [InlineData(Supported, 0.2, 40)]
    [InlineData(Refuted, 1.1, 40)]
    [InlineData(Refuted, 0.2, 0)]
    public void Preemption_asks_for_short_delays_and_for_threads_that_were_interrupted(string expected, double delay, double switches) =>
        Expect(expected, "002-preemptive", new MadeUpRun()
        .Figures("fairness", "with a hog", "threads", "longest-delay", delay, delay, delay, delay, delay, delay)
        .Figures("fairness", "with a hog", "threads", "involuntary-switches", switches, switches, switches, switches, switches, switches));

    [Theory]
    [InlineData(Supported, 1.05)]
    [InlineData(Refuted, 0.3)]
    public void Cooperation_asks_whether_the_hog_was_waited_for(string expected, double delay) => Expect(expected, "002-cooperative", new MadeUpRun()
        .Figures("fairness", "with a hog", "loop", "longest-delay", delay, delay, delay, delay, delay, delay));
}
