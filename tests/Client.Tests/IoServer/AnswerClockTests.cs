using System.Diagnostics;
using Interleave.Client.IoServer;

namespace Interleave.Client.Tests.IoServer;

public sealed class AnswerClockTests : IDisposable
{
    private readonly AnswerClock _clock = new();

    public void Dispose() => _clock.Dispose();

    [Fact]
    public void Without_a_delay_nobody_waits_for_the_clock() => Assert.True(_clock.WaitAsync(TimeSpan.Zero).AsTask().IsCompletedSuccessfully);

    [Fact]
    public void A_stall_holds_what_has_no_delay_too()
    {
        _clock.Stall(TimeSpan.FromMinutes(1));

        Assert.False(_clock.WaitAsync(TimeSpan.Zero).AsTask().IsCompleted);
    }

    [Fact]
    public async Task An_answer_is_due_after_its_delay_and_not_released_before()
    {
        var delay = TimeSpan.FromMilliseconds(5.3);
        var start = Stopwatch.GetTimestamp();

        var due = await _clock.WaitAsync(delay);

        Assert.True(Stopwatch.GetElapsedTime(start, due) >= delay);
        Assert.True(Stopwatch.GetTimestamp() >= due);
    }

    [Fact]
    public void Answers_are_numbered_as_they_are_sent() => Assert.Equal([1, 2, 3], Enumerable.Range(0, 3).Select(_ => _clock.Take(0).Order));

    [Fact]
    public void What_an_answer_waited_after_it_was_due_is_its_lateness()
    {
        var due = Stopwatch.GetTimestamp() - Stopwatch.Frequency;

        Assert.InRange(_clock.Take(due).Lateness, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
    }
}
