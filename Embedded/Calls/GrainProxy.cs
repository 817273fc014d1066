using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;

namespace Interleave.Embedded.Calls;

/// <summary>Makes, once for each grain interface, the class whose methods turn into calls.</summary>
internal static class GrainProxy
{
    private const BindingFlags Inherited = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly ConcurrentDictionary<Type, Func<GrainId, CallRouter, GrainReference>> Factories = new();

    public static GrainReference Create(Type grainInterface, GrainId id, CallRouter router) =>
        Factories.GetOrAdd(grainInterface, static type => Emit(type))(id, router);

    private static Func<GrainId, CallRouter, GrainReference> Emit(Type grainInterface)
    {
        var methods = GrainInterface.Of(grainInterface).Methods;
        var assembly = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName($"Interleave.Proxies.{grainInterface.FullName}"), AssemblyBuilderAccess.Run);
        var module = assembly.DefineDynamicModule("Proxies");
        AllowInternals(assembly, module, [typeof(GrainProxy).Assembly, grainInterface.Assembly, .. methods.SelectMany(AssembliesOf)]);

        var type = module.DefineType($"{grainInterface.Name}Proxy", TypeAttributes.Public | TypeAttributes.Sealed, typeof(GrainReference), [grainInterface]);
        EmitConstructor(type);
        for (var i = 0; i < methods.Count; i++)
        {
            EmitMethod(type, methods[i], type.DefineField($"_method{i}", methods[i].GetType(), FieldAttributes.Public | FieldAttributes.Static));
        }

        var built = type.CreateType();
        for (var i = 0; i < methods.Count; i++)
        {
            built.GetField($"_method{i}")!.SetValue(null, methods[i]);
        }

        return Constructor(built);
    }

    private static void EmitConstructor(TypeBuilder type)
    {
        Type[] parameters = [typeof(GrainId), typeof(CallRouter)];
        var il = type.DefineConstructor(MethodAttributes.Public, CallingConventions.HasThis, parameters).GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Ldarg_2);
        il.Emit(OpCodes.Call, typeof(GrainReference).GetConstructor(Inherited, parameters)!);
        il.Emit(OpCodes.Ret);
    }

    /// <summary>Emits <c>return Invoke…(method, new Arguments&lt;…&gt;(…), cancellationToken)</c>.</summary>
    private static void EmitMethod(TypeBuilder type, GrainMethod method, FieldInfo description)
    {
        var parameters = method.Info.GetParameters().Select(parameter => parameter.ParameterType).ToArray();
        var proxied = type.DefineMethod(
            $"{method.Interface.FullName}.{method.Info.Name}",
            MethodAttributes.Private | MethodAttributes.HideBySig | MethodAttributes.NewSlot | MethodAttributes.Virtual | MethodAttributes.Final,
            method.Info.ReturnType,
            parameters);
        var il = proxied.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldsfld, description);
        var token = -1;
        for (var i = 0; i < parameters.Length; i++)
        {
            if (parameters[i] == typeof(CancellationToken))
            {
                token = i;
            }
            else
            {
                il.Emit(OpCodes.Ldarg, i + 1);
            }
        }

        if (method.ArgumentTypes.Length == 0)
        {
            il.Emit(OpCodes.Ldsfld, typeof(NoArguments).GetField(nameof(NoArguments.Instance))!);
        }
        else
        {
            il.Emit(OpCodes.Newobj, Arguments.ClassFor(method.ArgumentTypes).GetConstructors()[0]);
        }

        if (token < 0)
        {
            il.Emit(OpCodes.Call, typeof(CancellationToken).GetProperty(nameof(CancellationToken.None))!.GetMethod!);
        }
        else
        {
            il.Emit(OpCodes.Ldarg, token + 1);
        }

        il.Emit(OpCodes.Call, Invoker(method.Info.ReturnType));
        il.Emit(OpCodes.Ret);
        type.DefineMethodOverride(proxied, method.Info);
    }

    private static MethodInfo Invoker(Type result)
    {
        if (!result.IsGenericType)
        {
            return Find(result == typeof(void) ? nameof(GrainReference.InvokeVoid)
                : result == typeof(Task) ? nameof(GrainReference.InvokeTask)
                : nameof(GrainReference.InvokeValueTask));
        }

        var definition = result.GetGenericTypeDefinition();
        return Find(definition == typeof(Task<>) ? nameof(GrainReference.InvokeTaskOf)
            : definition == typeof(ValueTask<>) ? nameof(GrainReference.InvokeValueTaskOf)
            : nameof(GrainReference.InvokeStream)).MakeGenericMethod(result.GetGenericArguments());

        static MethodInfo Find(string name) => typeof(GrainReference).GetMethod(name, Inherited)!;
    }

    private static Func<GrainId, CallRouter, GrainReference> Constructor(Type proxy)
    {
        var create = new DynamicMethod($"new {proxy.Name}", typeof(GrainReference), [typeof(GrainId), typeof(CallRouter)], proxy.Module, skipVisibility: true);
        var il = create.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Newobj, proxy.GetConstructors()[0]);
        il.Emit(OpCodes.Ret);
        return create.CreateDelegate<Func<GrainId, CallRouter, GrainReference>>();
    }

    private static IEnumerable<Assembly> AssembliesOf(GrainMethod method) =>
        method.ArgumentTypes.Append(method.Info.ReturnType).Concat(method.Info.ReturnType.GetGenericArguments()).Select(type => type.Assembly);

    /// <summary>Lets the proxy name internal types, as code generated into the grain's own assembly could.</summary>
    private static void AllowInternals(AssemblyBuilder assembly, ModuleBuilder module, IEnumerable<Assembly> assemblies)
    {
        var attribute = module.DefineType("System.Runtime.CompilerServices.IgnoresAccessChecksToAttribute", TypeAttributes.Public, typeof(Attribute));
        var il = attribute.DefineConstructor(MethodAttributes.Public, CallingConventions.HasThis, [typeof(string)]).GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Call, typeof(Attribute).GetConstructor(Inherited, [])!);
        il.Emit(OpCodes.Ret);
        var constructor = attribute.CreateType().GetConstructor([typeof(string)])!;
        foreach (var name in assemblies.Select(part => part.GetName().Name).Distinct())
        {
            assembly.SetCustomAttribute(new CustomAttributeBuilder(constructor, [name]));
        }
    }
}
