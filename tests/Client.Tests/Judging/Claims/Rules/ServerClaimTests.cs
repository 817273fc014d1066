namespace Interleave.Client.Tests.Judging.Claims.Rules;

/// <summary>The rules that read <c>server</c>, on figures made up for every verdict.</summary>
public sealed class ServerClaimTests : ClaimTests
{
    [Theory]
    [InlineData(Supported, 500, 3_000)]
    [InlineData(Refuted, 480, 3_000)] // As light as can be, and fewer.
    [InlineData(Refuted, 500, 40_000)]
    public void Sessions_suit_coroutines_that_hold_as_many_in_less_memory(string expected, double held, double memory)
    {
        var run = With(With(new MadeUpRun(), "threads", 500, 25_000), "tasks", 500, 2_000);
        Expect(NotTested, "002-server", run);

        Expect(expected, "002-server", With(run, "grains", held, memory));
    }

    private static MadeUpRun With(MadeUpRun run, string model, double held, double memory) => run
        .Figures("server", "sessions", model, "sessions-held", Six(held))
        .Figures("server", "sessions", model, "memory-a-session", Six(memory));
}
