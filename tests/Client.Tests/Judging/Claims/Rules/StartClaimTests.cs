namespace Interleave.Client.Tests.Judging.Claims.Rules;

/// <summary>The rules that read <c>start</c>, on figures made up for every verdict.</summary>
public sealed class StartClaimTests : ClaimTests
{
    [Theory]
    [InlineData(Supported, 0, 1, 1, 1)]
    [InlineData(Refuted, 1, 1, 1, 1)]
    [InlineData(Refuted, 0, 0, 0, 0)]
    [InlineData(Inconclusive, 0, 1, 0, 1)]
    public void Starting_by_itself_asks_whether_what_was_created_ran(string expected, double threads, double first, double second, double third)
    {
        var run = new MadeUpRun()
            .Figures("start", "created", "threads", "ran", Six(threads))
            .Figures("start", "created", "tasks", "ran", Twice(first, second, third));

        Expect(expected, "000-hot", run.Figures("start", "created", "grains", "ran", Six(1)));
    }

    [Fact]
    public void Starting_by_itself_needs_a_grain_call_too() => Expect(NotTested, "000-hot", new MadeUpRun()
        .Figures("start", "created", "threads", "ran", Six(0))
        .Figures("start", "created", "tasks", "ran", Six(1)));
}
