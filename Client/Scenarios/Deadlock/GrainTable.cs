using Interleave.Grains.Deadlock;

namespace Interleave.Client.Scenarios.Deadlock;

/// <summary>A look at all forks that are grains, from outside.</summary>
internal sealed class GrainTable(IReadOnlyList<IForkGrain> forks)
{
    /// <summary>A circle that was there all the time between two looks at every fork.</summary>
    /// <remarks>As the forks are asked one after the other, a single look may show what never was at the same time.</remarks>
    public async Task<IReadOnlyList<ForkWait>?> FindCircleAsync()
    {
        var before = await LookAsync();
        var holders = await LookAsync();
        var still = await LookAsync();
        ForkWait?[] waits =
            [.. forks.Select((_, philosopher) => WaitOf(philosopher, before) is { } wait && SameWait(wait, WaitOf(philosopher, still)) ? wait : null)];
        return new WaitForGraph([.. holders.Select(fork => fork.Holder)], waits).FindCircle();
    }

    /// <summary>Has a philosopher give way.</summary>
    public Task SendAwayAsync(ForkWait wait) => forks[wait.Fork].SendAway(wait.Philosopher);

    private static bool SameWait(ForkWait one, ForkWait? other) => (one.Fork, one.Since) == (other?.Fork, other?.Since);

    private static ForkWait? WaitOf(int philosopher, IReadOnlyList<ForkLook> forks) => forks
        .SelectMany((fork, number) => fork.Waiting
            .Where(waiting => waiting.Philosopher == philosopher)
            .Select(waiting => new ForkWait(philosopher, number, waiting.Since)))
        .FirstOrDefault();

    private async Task<IReadOnlyList<ForkLook>> LookAsync() => await Task.WhenAll(forks.Select(fork => fork.Look()));
}
