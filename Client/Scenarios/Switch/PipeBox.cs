using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Interleave.Client.Models.Processes;

namespace Interleave.Client.Scenarios.Switch;

/// <summary>Sends the ball through a named pipe of the operating system, which two threads and two processes use in the same way; see fifo(7).</summary>
internal sealed class PipeBox : IBallBox
{
    private const uint OwnerOnly = 0x180; // 0600.

    private readonly FileStream _pipe;
    private readonly byte[] _sent = new byte[sizeof(long)];
    private readonly byte[] _received = new byte[sizeof(long)];

    private PipeBox(string path)
    {
        Path = path;
        // Both directions at once: opening one waits for somebody to open the other.
        _pipe = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
    }

    /// <summary>By which another process opens it.</summary>
    public string Path { get; private set; }

    /// <exception cref="PlatformNotSupportedException">The system has no such pipes.</exception>
    public static PipeBox Create()
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException("Named pipes of Windows are sockets of another kind: this is measured on Linux and macOS only.");
        }

        var path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"interleave-pipe-{Guid.NewGuid():N}");
        return MakeFifo(path, OwnerOnly) == 0
            ? new PipeBox(path).Named()
            : throw new IOException($"No pipe could be made at {path} (error {Marshal.GetLastPInvokeError()}).");
    }

    public static PipeBox Open(string path) => new(path);

    /// <summary>Takes its name away; those who have it open keep it.</summary>
    public void Unlink() => File.Delete(Path);

    /// <summary>On Linux it is found through the descriptor instead of its name, which a killed process would leave behind.</summary>
    private PipeBox Named()
    {
        if (OperatingSystem.IsLinux())
        {
            Unlink();
            Path = SharedMemory.PathOf(_pipe.SafeFileHandle.DangerousGetHandle());
        }

        return this;
    }

    public void Put(long ball)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_sent, ball);
        _pipe.Write(_sent);
    }

    public long Take()
    {
        _pipe.ReadExactly(_received);
        return BinaryPrimitives.ReadInt64LittleEndian(_received);
    }

    public void Dispose()
    {
        _pipe.Dispose();
        if (!OperatingSystem.IsLinux())
        {
            Unlink();
        }
    }

    [DllImport("libc", EntryPoint = "mkfifo", SetLastError = true)]
    private static extern int MakeFifo([MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint mode);
}
