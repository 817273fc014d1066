using System.Reflection;

namespace Interleave.Client.GrainCalls;

/// <summary>Finds in an assembly what a written call means, and tells everything that is wrong with it.</summary>
internal static class GrainCallReader
{
    /// <summary>The call, or null and a line in <paramref name="faults"/>.</summary>
    /// <param name="path">The assembly that holds the interface of the grains.</param>
    public static GrainCall? Read(string call, string path, Faults faults)
    {
        var text = GrainCallText.Read(call, faults);
        var assembly = GrainAssembly.Load(path, faults);
        try
        {
            return text is not null && assembly?.FindInterface(text.Interface, faults) is { } grain
                ? Read(call, text, assembly, path, grain, faults)
                : null;
        }
        catch (Exception exception) when (exception is IOException or TypeLoadException)
        {
            return faults.Refuse<GrainCall>($"'{path}' needs what does not lie beside it: {exception.Message}");
        }
    }

    private static GrainCall? Read(string call, GrainCallText text, GrainAssembly assembly, string path, Type grain, Faults faults)
    {
        var keys = GrainKeys.Read(grain, text.Key, faults);
        var found = FindMethod(grain, text, faults);
        return found is var (method, arguments) && keys is not null
            ? new GrainCall(call, assembly, Path.GetFullPath(path), grain, method, arguments, keys)
            : null;
    }

    private static (MethodInfo Method, IReadOnlyList<object?> Arguments)? FindMethod(Type grain, GrainCallText text, Faults faults)
    {
        List<MethodInfo> methods = [.. MethodsOf(grain)];
        List<MethodInfo> named = [.. methods.Where(method => method.Name == text.Method)];
        List<MethodInfo> fitting = [.. named.Where(method => ArgumentReader.Takes(method, text.Arguments))];
        if (named.Count == 0)
        {
            faults.Add($"{grain.Name} has no method '{text.Method}': {NearestName.Hint(text.Method, [.. methods.Select(method => method.Name).Distinct()])}");
            return null;
        }

        if (fitting.Count == 0)
        {
            faults.Add($"{grain.Name}.{text.Method} was given {Number(text.Arguments)}: allowed is {Signatures(named)}.");
            return null;
        }

        if (fitting is [var one] && Refusal(one) is { } refusal)
        {
            faults.Add($"{grain.Name}.{MethodSignature.Of(one)} {refusal}.");
            return null;
        }

        var wrong = new Faults();
        List<(MethodInfo Method, IReadOnlyList<object?> Arguments)> readable =
        [
            .. fitting.Where(method => Refusal(method) is null)
                .Select(method => (method, Arguments: ArgumentReader.Read(method, text.Arguments, wrong)))
                .Where(pair => pair.Arguments is not null)
                .Select(pair => (pair.method, pair.Arguments!)),
        ];
        switch (readable)
        {
            case [var only]:
                return only;
            case [] when fitting.Count == 1:
                faults.Add(wrong.Lines);
                return null;
            case []:
                faults.Add($"No overload of {grain.Name}.{text.Method} takes these values: allowed is {Signatures(fitting)}.");
                return null;
            default:
                faults.Add(
                    $"{grain.Name}.{text.Method} is overloaded, and the values are right for {Signatures([.. readable.Select(pair => pair.Method)])}: " +
                        "write the type before a value, as in (long)10.");
                return null;
        }
    }

    private static IEnumerable<MethodInfo> MethodsOf(Type grain) =>
        grain.GetInterfaces().Prepend(grain).SelectMany(type => type.GetMethods()).Where(method => !method.IsStatic);

    /// <summary>Why a method that was found cannot be called; null where it can.</summary>
    private static string? Refusal(MethodInfo method) =>
        method.IsGenericMethodDefinition ? "is generic: nobody knows for which types to call it"
        : !Answers.CanBeAwaited(method) ? $"returns {MethodSignature.NameOf(method.ReturnType)}: allowed are methods that return a Task or a ValueTask"
        : null;

    private static string Number(IReadOnlyList<ArgumentText> given) => $"{given.Count} {(given.Count == 1 ? "value" : "values")}" +
        (given.Any(value => value.Type is not null) ? $" ({string.Join(", ", given.Select(value => value.Type ?? "…"))})" : "");

    private static string Signatures(IReadOnlyList<MethodInfo> methods) => string.Join(" or ", methods.Select(MethodSignature.Of));
}
