using Interleave.Client.Tests.Databases;
using Interleave.Silo.GrainRuntimes;

namespace Interleave.EndToEnd.Tests.Processes;

/// <summary>A test of silos that find each other in a PostgreSQL server that it starts, which only one of the grain runtimes can.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DatabaseClusterFactAttribute : FactAttribute
{
    public DatabaseClusterFactAttribute() => Skip = WhyNot;

    internal static string? WhyNot =>
        GrainRuntime.StaysOnThisMachine ? $"{GrainRuntime.Name} stays on this machine."
        : !OperatingSystem.IsLinux() ? "Needs signals and processes as Linux has them."
        : PostgresServer.WhyNot;
}
