using Interleave.Silo;
using Runtime.Tests.Clusters;

namespace Runtime.Tests;

/// <summary>The silo's own program, in an assembly that holds the tests' grains as well.</summary>
internal static class SiloProgram
{
    public static async Task<int> Main(string[] args)
    {
        using var listening = Tracing.ListenToAll();
        return await SiloCommand.RunAsync(args);
    }
}
