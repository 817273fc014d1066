using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Interleave.Client.Models.Processes;

/// <summary>A semaphore between processes, which lies in memory that they share; see sem_init(3).</summary>
/// <remarks>
/// .NET's named semaphores exist on Windows only, and its named mutex belongs to a thread. sem_open(3) makes the same as this, in a file of its own, which
/// a killed process leaves behind: this one goes with its memory. Where nobody contends for it, no call into the system is made.
/// </remarks>
internal sealed partial class SharedSemaphore
{
    /// <summary>More than any C library needs, and a line of the cache, so that neighbours are not in each other's way.</summary>
    public const int Size = 64;

    private const int BetweenProcesses = 1;
    private const int Interrupted = 4; // EINTR
    private const int TimedOut = 110; // ETIMEDOUT

    /// <summary>How soon a cancelled wait ends.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private readonly SharedMemory _memory;
    private readonly int _offset;

    private SharedSemaphore(SharedMemory memory, int offset) => (_memory, _offset) = (memory, offset);

    private nint Address => _memory.AddressOf(_offset, Size);

    /// <param name="offset">Where it lies in the memory, a multiple of <see cref="Size"/>.</param>
    /// <param name="value">How many may pass before one must wait.</param>
    public static SharedSemaphore Create(SharedMemory memory, int offset, int value)
    {
        var semaphore = new SharedSemaphore(memory, offset);
        Check(Initialize(semaphore.Address, BetweenProcesses, (uint)value));
        return semaphore;
    }

    /// <summary>One that another process created in this memory.</summary>
    public static SharedSemaphore Open(SharedMemory memory, int offset) => new(memory, offset);

    /// <exception cref="OperationCanceledException">The wait was given up.</exception>
    public void Wait(CancellationToken cancellation)
    {
        if (TryWait(Address) == 0)
        {
            return;
        }

        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var sinceEpoch = TimeProvider.System.GetUtcNow() + Look - DateTimeOffset.UnixEpoch;
            var (seconds, rest) = Math.DivRem(sinceEpoch.Ticks, TimeSpan.TicksPerSecond);
            var until = new TimeSpec((nint)seconds, (nint)(rest * TimeSpan.NanosecondsPerTick));
            if (TimedWait(Address, in until) == 0)
            {
                return;
            }

            if (Marshal.GetLastPInvokeError() is not (Interrupted or TimedOut))
            {
                Check(-1);
            }
        }
    }

    public void Release() => Check(Post(Address));

    private static void Check(int result)
    {
        if (result != 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
    }

    [LibraryImport("libc", EntryPoint = "sem_init", SetLastError = true)]
    private static partial int Initialize(nint semaphore, int betweenProcesses, uint value);

    [LibraryImport("libc", EntryPoint = "sem_trywait")]
    private static partial int TryWait(nint semaphore);

    [LibraryImport("libc", EntryPoint = "sem_timedwait", SetLastError = true)]
    private static partial int TimedWait(nint semaphore, in TimeSpec until);

    [LibraryImport("libc", EntryPoint = "sem_post", SetLastError = true)]
    private static partial int Post(nint semaphore);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct TimeSpec(nint Seconds, nint Nanoseconds);
}
