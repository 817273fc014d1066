using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Interleave.EndToEnd.Tests.Processes;

/// <summary>A network interface whose frames this process reads and writes (tap, as of Linux); gone when it is disposed.</summary>
internal sealed partial class TapInterface : IDisposable
{
    /// <summary>A frame of Ethernet, with room to spare.</summary>
    public const int LongestFrame = 2048;

    private const string Device = "/dev/net/tun";
    private const uint SetInterface = 0x400454CA;
    private const short FramesWithoutHeader = 0x1002;
    private const int NameLength = 16;
    private const int RequestLength = 40;

    private readonly SafeFileHandle _device;

    public TapInterface(string name)
    {
        _device = File.OpenHandle(Device, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        var request = new byte[RequestLength];
        Encoding.ASCII.GetBytes(name, request);
        BitConverter.GetBytes(FramesWithoutHeader).CopyTo(request, NameLength);
        if (Control(_device, SetInterface, request) != 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError(), $"{Device} does not make '{name}'.");
        }
    }

    public static bool MayBeMade
    {
        get
        {
            try
            {
                using var device = File.OpenHandle(Device, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
                return true;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return false;
            }
        }
    }

    /// <summary>Waits for the next frame that the system sends.</summary>
    /// <exception cref="IOException">The interface is gone.</exception>
    public int Read(byte[] frame) => (int)Checked(Read(_device, frame, (nuint)frame.Length));

    /// <exception cref="IOException">The interface is gone, or down.</exception>
    public void Write(byte[] frame) => Checked(Write(_device, frame, (nuint)frame.Length));

    public void Dispose() => _device.Dispose();

    private static nint Checked(nint bytes) =>
        bytes >= 0 ? bytes : throw new IOException(Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError()));

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    private static partial nint Read(SafeFileHandle device, [Out] byte[] buffer, nuint length);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static partial nint Write(SafeFileHandle device, byte[] buffer, nuint length);

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    private static partial int Control(SafeFileHandle device, nuint request, byte[] argument);
}
