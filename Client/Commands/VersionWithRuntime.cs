using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;
using Interleave.Silo.GrainRuntimes;

namespace Interleave.Client.Commands;

/// <summary>The version with the commit that it was built from, and the grain runtime that it was built on.</summary>
internal sealed class VersionWithRuntime : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var version = typeof(VersionWithRuntime).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
        parseResult.InvocationConfiguration.Output.WriteLine($"{version}, grains on {GrainRuntime.Name}");
        return ExitCode.Done;
    }
}
