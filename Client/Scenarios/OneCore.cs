using System.Globalization;
using System.Runtime.InteropServices;

namespace Interleave.Client.Scenarios;

/// <summary>Holds all threads of some processes on one core, until it is disposed of; threads that they start meanwhile stay there too.</summary>
/// <remarks>Linux only: elsewhere a thread cannot be held from outside, and pinning says so by an exception.</remarks>
internal sealed class OneCore : IDisposable
{
    private const int Mask = 128; // Bytes of a cpu_set_t: 1,024 cores.

    private readonly IReadOnlyList<int> _processes;
    private readonly byte[] _before = new byte[Mask];

    private OneCore(IReadOnlyList<int> processes)
    {
        _processes = processes;
        Require(GetAffinity(Environment.ProcessId, Mask, _before) >= 0);
        var one = new byte[Mask];
        var core = Array.FindIndex(_before, bits => bits != 0);
        one[core] = (byte)(_before[core] & -_before[core]);
        Set(one);
    }

    /// <summary>This process and the others.</summary>
    public static OneCore Hold(IEnumerable<int> others) => OperatingSystem.IsLinux()
        ? new OneCore([.. others.Append(Environment.ProcessId).Distinct()])
        : throw new PlatformNotSupportedException("Threads can be held on one core on Linux only.");

    public void Dispose() => Set(_before);

    private void Set(byte[] mask)
    {
        var held = new HashSet<string>();
        // A thread may start others while this goes on: until a look finds none that is new.
        for (var isNew = true; isNew;)
        {
            isNew = false;
            foreach (var thread in _processes.SelectMany(process => Directory.EnumerateDirectories($"/proc/{process}/task")).Where(held.Add))
            {
                // A thread that has ended meanwhile needs no core.
                isNew = true;
                _ = SetAffinity(int.Parse(Path.GetFileName(thread), CultureInfo.InvariantCulture), Mask, mask);
            }
        }
    }

    private static void Require(bool succeeded)
    {
        if (!succeeded)
        {
            throw new InvalidOperationException($"The system does not tell which cores this process may use (error {Marshal.GetLastPInvokeError()}).");
        }
    }

    [DllImport("libc", EntryPoint = "sched_getaffinity", SetLastError = true)]
    private static extern int GetAffinity(int thread, nint size, byte[] mask);

    [DllImport("libc", EntryPoint = "sched_setaffinity", SetLastError = true)]
    private static extern int SetAffinity(int thread, nint size, byte[] mask);
}
