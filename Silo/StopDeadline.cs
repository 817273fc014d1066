using System.Diagnostics;

namespace Interleave.Silo;

/// <summary>Makes sure that a process which was told to stop is gone soon, though stopping gracefully may hang.</summary>
internal static class StopDeadline
{
    /// <summary>How long a host may take to stop gracefully.</summary>
    public static TimeSpan Graceful { get; } = TimeSpan.FromSeconds(2);

    /// <summary>How long after being told to stop a process is gone for certain.</summary>
    public static TimeSpan Hard { get; } = TimeSpan.FromSeconds(3);

    /// <summary>Starts the clock: unless the process has ended by then, it is killed.</summary>
    public static void Start() =>
        new Thread(KillWhenLate) { IsBackground = true, Name = "stop deadline" }.Start();

    private static void KillWhenLate()
    {
        using var never = new ManualResetEventSlim();
        never.Wait(Hard);
        using var self = Process.GetCurrentProcess();
        self.Kill();
    }
}
