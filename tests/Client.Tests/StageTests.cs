using System.Reflection;

namespace Interleave.Client.Tests;

/// <summary>Data flows one way: a stage, which is a folder of the client, uses only the stages before it.</summary>
public sealed class StageTests
{
    private static readonly string[] Order =
    [
        "Records", "Measuring", "Models", "Workloads", "GrainCalls", "Scenarios", "Planning", "GrainRuntimes", "Clusters", "IoServer", "Telemetry", "Workers",
        "Running", "Capacity", "Advice", "Judging", "Chaos", "Scaling", "Reporting", "Doctor", "Commands",
    ];

    private static readonly Type[] Types = typeof(UserError).Assembly.GetTypes();

    [Fact]
    public void No_stage_uses_a_later_one()
    {
        var uses =
            from type in Types
            where Stage(type) >= 0
            from used in UsedTypes.Of(type)
            where Stage(used) > Stage(type)
            select $"{type.FullName} uses {used.FullName}";

        Assert.Empty(uses.Distinct());
    }

    [Fact]
    public void Every_folder_is_a_stage_and_every_stage_a_folder() =>
        Assert.Equal(Order.Order(StringComparer.Ordinal), Types.Select(Folder).OfType<string>().Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void A_static_call_is_a_use() => Assert.Contains(typeof(Path), UsedTypes.Of(typeof(CallsAStaticMethod)));

    [Fact]
    public void What_a_lambda_does_is_a_use() =>
        Assert.Contains(typeof(Path), typeof(CallsItInALambda).GetNestedTypes(BindingFlags.NonPublic).SelectMany(UsedTypes.Of));

    private static int Stage(Type type) => Array.IndexOf(Order, Folder(type));

    private static string? Folder(Type type) => type.Namespace?.Split('.') is ["Interleave", "Client", var folder, ..] ? folder : null;

    private static class CallsAStaticMethod
    {
        public static bool Exists() => Path.Exists("x");
    }

    private static class CallsItInALambda
    {
        public static Func<bool> Exists() => () => Path.Exists("x");
    }
}
