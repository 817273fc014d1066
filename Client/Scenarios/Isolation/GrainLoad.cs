using System.Diagnostics;
using Interleave.Grains.Isolation;

namespace Interleave.Client.Scenarios.Isolation;

/// <summary>Callers that go on calling grains whatever happens to silos, and call again what failed.</summary>
/// <param name="forgetful">Grains that keep what they know in memory.</param>
/// <param name="storing">Grains that have it stored before they answer.</param>
internal sealed class GrainLoad(IReadOnlyList<IFallibleGrain> forgetful, IReadOnlyList<IFallibleGrain> storing, int callers)
{
    /// <summary>A grain that was called so often must remember it.</summary>
    private const int CallsBefore = 3;

    /// <summary>Between two attempts: as short as timers allow.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    private readonly IReadOnlyList<IFallibleGrain> _grains = [.. forgetful, .. storing];
    private readonly long[] _acknowledged = new long[forgetful.Count + storing.Count];
    private long _calls;
    private long _failed;
    private long _retried;
    private volatile bool _isOver;

    /// <summary>Calls every grain, so that each of them is active and keeps something.</summary>
    public async Task PrepareAsync(CancellationToken cancellation)
    {
        for (var call = 0; call < CallsBefore; call++)
        {
            await Task.WhenAll(_grains.Select((_, grain) => CallAsync(grain, cancellation)));
        }

        (_calls, _failed, _retried) = (0, 0, 0);
    }

    /// <summary>Goes on until it is ended.</summary>
    public Task RunAsync(CancellationToken cancellation) => Task.WhenAll(Enumerable.Range(0, callers).Select(async caller =>
    {
        for (var call = caller; !_isOver; call += callers)
        {
            await CallAsync(call % _grains.Count, cancellation);
        }
    }));

    /// <summary>Waits until every grain has answered, and ends the load.</summary>
    /// <returns>How long it took since <paramref name="fault"/>, and what became of the calls and of what the grains keep.</returns>
    public async Task<LoadReport> EndAsync(long fault, Task load, CancellationToken cancellation)
    {
        await Task.WhenAll(_grains.Select(grain => UntilItAnswersAsync(grain, cancellation)));
        var allAnswer = Stopwatch.GetElapsedTime(fault);
        _isOver = true;
        await load;
        var (calls, failed, retried) = (_calls, _failed, _retried);
        var known = await Task.WhenAll(_grains.Select(grain => UntilItAnswersAsync(grain, cancellation)));
        var keeps = known.Select((number, grain) => number > _acknowledged[grain]).ToList();
        return new LoadReport(_grains.Count, known.Length)
        {
            Calls = calls,
            Failed = failed,
            Retried = retried,
            AllAnswer = allAnswer,
            Keeping = (double)keeps.Take(forgetful.Count).Count(keeps => keeps) / forgetful.Count,
            KeepingStored = (double)keeps.Skip(forgetful.Count).Count(keeps => keeps) / storing.Count,
        };
    }

    /// <summary>Asks again as long as the answer is that there is nobody.</summary>
    public static Task<long> UntilItAnswersAsync(IFallibleGrain grain, CancellationToken cancellation) => UntilAnsweredAsync(() => grain.Add(), cancellation);

    /// <summary>Calls again as long as there is nobody: even a grain that lives may have been called by way of the silo that is gone.</summary>
    public static Task UntilAnsweredAsync(Func<Task> call, CancellationToken cancellation) => UntilAnsweredAsync(
        async () =>
        {
            await call();
            return true;
        },
        cancellation);

    private static async Task<T> UntilAnsweredAsync<T>(Func<Task<T>> call, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await call();
            }
            catch (Exception exception) when (IsOfLostSilo(exception))
            {
                await Task.Delay(Pause, cancellation);
            }
        }
    }

    /// <summary>What a call fails with when the silo of its grain is gone.</summary>
    public static bool IsOfLostSilo(Exception exception) => exception is OrleansException or TimeoutException or IOException;

    private async Task CallAsync(int grain, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            Interlocked.Increment(ref _calls);
            try
            {
                await _grains[grain].Add();
                Interlocked.Increment(ref _acknowledged[grain]);
                Interlocked.Add(ref _retried, attempt > 1 ? 1 : 0);
                return;
            }
            catch (Exception exception) when (IsOfLostSilo(exception))
            {
                Interlocked.Increment(ref _failed);
                await Task.Delay(Pause, cancellation);
            }
        }
    }
}
