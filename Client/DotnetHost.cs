using System.Runtime.InteropServices;

namespace Interleave.Client;

/// <summary>The dotnet executable whose runtime this process runs on, for child processes to run on the same.</summary>
internal static class DotnetHost
{
    public static string Path { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(
        RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
}
