using System.Globalization;

namespace Interleave.Silo;

/// <summary>What the .NET runtime keeps in the folder for temporary files while it runs: a socket and pipes for debuggers and profilers.</summary>
/// <remarks>A process that ends by itself removes its own; one that is killed, or ends itself as the runtime does after a fault, leaves them there.</remarks>
internal static class RuntimeFiles
{
    /// <summary>Removes what is left of a process; to be called by who knows that it has ended.</summary>
    public static void RemoveOf(int processId)
    {
        if (OperatingSystem.IsWindows())
        {
            return; // There they are pipes, which no process can leave behind.
        }

        var number = processId.ToString(CultureInfo.InvariantCulture);
        foreach (var pattern in new[] { $"dotnet-diagnostic-{number}-*-socket", $"clr-debug-pipe-{number}-*" })
        {
            foreach (var file in Directory.EnumerateFiles(Path.GetTempPath(), pattern))
            {
                File.Delete(file);
            }
        }
    }
}
