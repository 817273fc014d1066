namespace Interleave.Client.Tests.Judging.Claims.Rules;

/// <summary>The rules that read <c>isolation</c>, on figures made up for every verdict.</summary>
public sealed class IsolationClaimTests : ClaimTests
{
    private static readonly string[] Coroutines = ["tasks", "loop", "grains"];

    [Theory]
    [InlineData(Supported, 1)]
    [InlineData(Refuted, 0)]
    public void A_crash_asks_whether_the_program_ends(string expected, double last) =>
        Expect(expected, "002-crash", new MadeUpRun().Figures("isolation", "unhandled exception", "threads", "program-died", 1, 1, 1, 1, 1, last));

    [Theory]
    [InlineData(Supported, 1, 0)]
    [InlineData(Refuted, 0, 0)]
    [InlineData(Refuted, 1, 0.25)]
    public void Propagation_asks_for_the_same_error_and_for_siblings_that_live(string expected, double sameError, double lost)
    {
        var run = new MadeUpRun();
        foreach (var model in Coroutines)
        {
            run.Figures("isolation", "unhandled exception", model, "same-error", Six(sameError))
                .Figures("isolation", "unhandled exception", model, "siblings-lost", Six(lost));
        }

        Expect(expected, "002-propagate", run);
    }

    [Theory]
    [InlineData(Supported, 1, 0, true)]
    [InlineData(NotTested, 0, 0, true)]
    [InlineData(Refuted, 1, 0.25, true)]
    [InlineData(Refuted, 1, 0, false)]
    public void Safety_of_processes_asks_for_siblings_that_finish_with_right_answers(string expected, double died, double lost, bool right)
    {
        var run = new MadeUpRun();
        foreach (var fault in new[] { "unhandled exception", "fail fast", "killed process" })
        {
            run.Figures("isolation", fault, "processes", "program-died", Six(died)).Figures("isolation", fault, "processes", "siblings-lost", Six(lost));
            for (var round = 1; round <= 6; round++)
            {
                run.Check("isolation", fault, "processes", round, "right answers of siblings", right || round != 3);
            }
        }

        Expect(expected, "004-process-safe", run);
    }

    [Theory]
    [InlineData(Supported, 1, 1)]
    [InlineData(Refuted, 1, 0.75)]
    [InlineData(Refuted, 0, 0)]
    public void Threads_fall_together_where_no_sibling_answers(string expected, double died, double lost)
    {
        var run = new MadeUpRun();
        foreach (var fault in new[] { "unhandled exception", "fail fast" })
        {
            run.Figures("isolation", fault, "threads", "program-died", Six(died)).Figures("isolation", fault, "threads", "siblings-lost", Six(lost));
        }

        Expect(expected, "004-thread-unsafe", run);
    }

    [Theory]
    [InlineData(Supported, 1, 1)]
    [InlineData(Refuted, 1, 0.9)]
    [InlineData(NotTested, 0, 1)]
    public void Recovery_asks_that_every_grain_answers_after_its_silo_was_lost(string expected, double died, double answering)
    {
        var run = new MadeUpRun()
            .Figures("isolation", "killed process", "grains", "program-died", Six(died))
            .Figures("isolation", "killed process", "grains", "grains-answering", Six(answering))
            .Figures("isolation", "killed process", "grains", "all-answer", Six(0.25));

        Expect(expected, "grain-recover", run);
    }
}
