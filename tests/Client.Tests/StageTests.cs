using System.Reflection;
using System.Runtime.CompilerServices;

namespace Interleave.Client.Tests;

/// <summary>Data flows one way: a stage knows only the stages before it.</summary>
public sealed class StageTests
{
    private static readonly string[] Order =
        [
            "Records", "Measuring", "Models", "Scenarios", "Planning", "Clusters", "IoServer", "Telemetry", "Workers", "Running", "Judging", "Reporting",
            "Doctor", "Commands",
        ];

    [Fact]
    public void No_stage_uses_a_later_one()
    {
        var uses =
            from type in typeof(UserError).Assembly.GetTypes()
            where !type.IsDefined(typeof(CompilerGeneratedAttribute)) && Stage(type) >= 0
            from used in UsedBy(type)
            where Stage(used) > Stage(type)
            select $"{type.FullName} uses {used.FullName}";

        Assert.Empty(uses.Distinct());
    }

    [Fact]
    public void Every_stage_has_types()
    {
        var stages = typeof(UserError).Assembly.GetTypes().Select(Stage).Distinct();

        Assert.All(Enumerable.Range(0, Order.Length), stage => Assert.Contains(stage, stages));
    }

    private static IEnumerable<Type> UsedBy(Type type)
    {
        const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var signatures = type.GetMembers(Own).SelectMany(member => member switch
        {
            FieldInfo field => [field.FieldType],
            MethodInfo method => [method.ReturnType, .. method.GetParameters().Select(parameter => parameter.ParameterType)],
            ConstructorInfo constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType),
            _ => Enumerable.Empty<Type>(),
        });
        var locals = type.GetMethods(Own).SelectMany(method => method.GetMethodBody()?.LocalVariables.Select(local => local.LocalType) ?? []);
        return signatures.Concat(locals).Concat(type.GetInterfaces()).Append(type.BaseType ?? typeof(object)).SelectMany(Flatten);
    }

    private static IEnumerable<Type> Flatten(Type type) =>
        type.HasElementType ? Flatten(type.GetElementType()!) : type.IsGenericType ? [type, .. type.GetGenericArguments().SelectMany(Flatten)] : [type];

    private static int Stage(Type type) =>
        type.Namespace?.Split('.') is ["Interleave", "Client", var stage, ..] ? Array.IndexOf(Order, stage) : -1;
}
