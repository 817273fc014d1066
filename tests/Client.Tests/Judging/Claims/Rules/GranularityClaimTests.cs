namespace Interleave.Client.Tests.Judging.Claims.Rules;

/// <summary>The rules that read <c>granularity</c>, on figures made up for every verdict.</summary>
public sealed class GranularityClaimTests : ClaimTests
{
    [Theory]
    [InlineData(Supported, 60e-6, 70e-6, 80e-6)]
    [InlineData(Refuted, 9e-6, 10e-6, 10.4e-6)] // Larger in some rounds, by too little to be clearly so.
    [InlineData(Inconclusive, 9e-6, 10e-6, 14e-6)]
    public void Overhead_asks_for_a_larger_break_even_of_processes(string expected, double first, double second, double third)
    {
        var run = new MadeUpRun().Figures("granularity", "break-even", "threads", "break-even", Six(10e-6));
        Expect(NotTested, "004-overhead", run);

        Expect(expected, "004-overhead", run.Figures("granularity", "break-even", "processes", "break-even", Twice(first, second, third)));
    }
}
