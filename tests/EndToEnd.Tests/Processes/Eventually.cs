using System.Diagnostics;

namespace Interleave.EndToEnd.Tests.Processes;

/// <summary>Waits for what no event tells: the state of processes that are not our children.</summary>
internal static class Eventually
{
    public static async Task IsTrueAsync(Func<bool> condition, TimeSpan limit, string what)
    {
        var start = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!condition())
        {
            if (Stopwatch.GetElapsedTime(start) > limit)
            {
                throw new TimeoutException($"Not so within {limit.TotalSeconds} s: {what}.");
            }

            await timer.WaitForNextTickAsync();
        }
    }
}
