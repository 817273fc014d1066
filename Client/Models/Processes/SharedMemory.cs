using System.Globalization;
using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Interleave.Client.Models.Processes;

/// <summary>Memory that several processes map, all zero at first.</summary>
/// <remarks>
/// It is a file that lies in memory and in no folder, see memfd_create(2); another process opens it through the descriptor of its creator. The system
/// frees it with the last process that holds it, however that one ends: nothing is left to be cleaned up. Maps with a name exist on Windows only.
/// </remarks>
internal sealed unsafe partial class SharedMemory : IDisposable
{
    private const uint CloseInChildren = 1; // MFD_CLOEXEC: who is to have it opens it.

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _start;

    private SharedMemory(SafeFileHandle file, string path)
    {
        Path = path;
        _file = MemoryMappedFile.CreateFromFile(file, null, capacity: 0, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: false);
        _view = _file.CreateViewAccessor();
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
        Length = (int)RandomAccess.GetLength(file);
    }

    /// <summary>By which another process opens it, as long as this one holds it.</summary>
    public string Path { get; }

    public int Length { get; }

    public Span<byte> Bytes => new(_start, Length);

    /// <exception cref="PlatformNotSupportedException">The system has no such memory.</exception>
    public static SharedMemory Create(int length)
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new PlatformNotSupportedException("Memory that processes share is measured on Linux only.");
        }

        var descriptor = CreateFile("interleave", CloseInChildren);
        if (descriptor < 0)
        {
            throw new IOException($"No shared memory could be made (error {Marshal.GetLastPInvokeError()}).");
        }

        var file = new SafeFileHandle(descriptor, ownsHandle: true);
        RandomAccess.SetLength(file, length);
        return new SharedMemory(file, PathOf(descriptor));
    }

    public static SharedMemory Open(string path) => new(File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite), path);

    /// <summary>What another process of this user opens to hold the same file, pipe or memory as a descriptor of this process.</summary>
    public static string PathOf(nint descriptor) => string.Create(CultureInfo.InvariantCulture, $"/proc/{Environment.ProcessId}/fd/{descriptor}");

    /// <summary>A part of it as numbers, which must not be used any more when this is disposed of.</summary>
    public Memory<long> Numbers(int offset, int count) => new MappedNumbers(this, offset, count).Memory;

    /// <summary>The address of a byte, for calls into the system.</summary>
    public nint AddressOf(int offset, int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset + length, Length);
        return (nint)(_start + offset);
    }

    public void Dispose()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "memfd_create", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int CreateFile(string name, uint flags);
}
