namespace Interleave.Client.Doctor;

/// <summary>Blocks a thread for a time, to see how long it takes.</summary>
internal static class SleepOnThreads
{
    public static Task WaitAsync(TimeSpan time, CancellationToken cancellation) => Task.Run(() => Thread.Sleep(time), cancellation);
}
