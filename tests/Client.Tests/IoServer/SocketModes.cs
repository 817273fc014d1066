using System.Globalization;

namespace Interleave.Client.Tests.IoServer;

/// <summary>How this process's TCP connections are set, as Linux tells.</summary>
internal static class SocketModes
{
    /// <summary><c>O_NONBLOCK</c>, which the runtime sets at the first asynchronous use of a socket and never takes back.</summary>
    private const int NonBlocking = 0x800;

    /// <summary>Of each connection to a port of another socket, whether its calls block.</summary>
    public static IReadOnlyList<bool> AreBlocking(int remotePort)
    {
        var inodes = new[] { "/proc/self/net/tcp", "/proc/self/net/tcp6" }
            .SelectMany(File.ReadLines)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => fields[2].EndsWith(string.Create(CultureInfo.InvariantCulture, $":{remotePort:X4}"), StringComparison.Ordinal))
            .Select(fields => $"socket:[{fields[9]}]")
            .ToHashSet();
        return
        [
            .. Directory.GetFiles("/proc/self/fd")
                .Where(descriptor => new FileInfo(descriptor).LinkTarget is { } target && inodes.Contains(target)) // Null when closed meanwhile.
                .Select(descriptor => (Flags($"/proc/self/fdinfo/{Path.GetFileName(descriptor)}") & NonBlocking) == 0),
        ];
    }

    private static int Flags(string descriptorInfo) =>
        Convert.ToInt32(File.ReadLines(descriptorInfo).First(line => line.StartsWith("flags:", StringComparison.Ordinal))[6..].Trim(), 8);
}
