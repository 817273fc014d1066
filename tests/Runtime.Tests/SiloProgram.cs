using Interleave.Silo;

namespace Runtime.Tests;

/// <summary>The silo's own program, in an assembly that holds the tests' grains as well.</summary>
internal static class SiloProgram
{
    public static Task<int> Main(string[] args) => SiloCommand.RunAsync(args);
}
