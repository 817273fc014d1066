using System.Diagnostics;
using System.Runtime.InteropServices;
using Interleave.Client.Measuring.Machine;

namespace Interleave.Client.Workers;

/// <summary>Starts a process on some of the cores only, from its first instruction on, so that its thread pool and its heaps are made for them.</summary>
/// <remarks>Linux gives a process the cores of the thread that starts it: that thread is one of our own, and is gone afterwards.</remarks>
internal static class PinnedStart
{
    private const int LongBits = 64;
    private const int MostCores = 1024;
    private const int CallingThread = 0;

    /// <param name="start">What to start.</param>
    /// <param name="cores">How many cores it and all that comes of it may use; null for all.</param>
    public static Process? Start(ProcessStartInfo start, int? cores)
    {
        if (cores is not { } number)
        {
            return Process.Start(start);
        }

        Process? process = null;
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                PinThisThread(CoreList.OfThisProcess().Take(number));
                process = Process.Start(start);
            }
            catch (Exception exception)
            {
                failure = exception;
            }
        });
        thread.Start();
        thread.Join();
        return failure is null
            ? process
            : throw new InvalidOperationException($"{start.FileName} could not be started on {number} cores: {failure.Message}", failure);
    }

    private static void PinThisThread(IEnumerable<int> cores)
    {
        var mask = new ulong[MostCores / LongBits];
        foreach (var core in cores)
        {
            mask[core / LongBits] |= 1UL << (core % LongBits);
        }

        if (SetAffinity(CallingThread, (nint)(MostCores / 8), mask) != 0)
        {
            throw new InvalidOperationException($"the system refuses to pin a thread (error {Marshal.GetLastPInvokeError()})");
        }
    }

    [DllImport("libc", EntryPoint = "sched_setaffinity", SetLastError = true)]
    private static extern int SetAffinity(int thread, nint size, ulong[] mask);
}
