using System.Reflection;

namespace Interleave.Client.GrainCalls;

/// <summary>An assembly with interfaces of grains that are not of this program.</summary>
internal sealed class GrainAssembly
{
    private readonly string _path;
    private readonly IReadOnlyList<Type> _interfaces;
    private readonly string? _lacks;

    private GrainAssembly(string path, Assembly assembly)
    {
        (_path, Assembly) = (path, assembly);
        Type?[] types;
        try
        {
            types = assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException exception)
        {
            types = exception.Types;
            _lacks = exception.LoaderExceptions.FirstOrDefault()?.Message;
        }

        _interfaces = [.. types.OfType<Type>().Where(type => type.IsInterface && type.IsAssignableTo(typeof(IGrain)))];
    }

    public Assembly Assembly { get; }

    /// <summary>The assembly with what lies beside it, or null and a line in <paramref name="faults"/>.</summary>
    public static GrainAssembly? Load(string path, Faults faults)
    {
        if (!File.Exists(path))
        {
            return faults.Refuse<GrainAssembly>($"--assembly '{path}' does not exist: name the .dll that holds the interfaces of the grains.");
        }

        try
        {
            return new GrainAssembly(path, Assembly.LoadFrom(Path.GetFullPath(path)));
        }
        catch (Exception exception) when (exception is BadImageFormatException or IOException or UnauthorizedAccessException)
        {
            return faults.Refuse<GrainAssembly>($"--assembly '{path}' cannot be loaded, it is no .NET assembly that this program can use: {exception.Message}");
        }
    }

    /// <summary>The interface of this name, with or without its namespace, or null and a line in <paramref name="faults"/>.</summary>
    public Type? FindInterface(string name, Faults faults)
    {
        List<Type> named = [.. _interfaces.Where(type => type.FullName == name || type.Name == name)];
        return named switch
        {
            [var only] => only,
            [] when _interfaces.Count == 0 => faults.Refuse<Type>($"'{_path}' holds no interface of a grain{Because()}."),
            [] => faults.Refuse<Type>($"'{_path}' holds no grain interface '{name}'{Because()}: {Hint(name)}"),
            _ => faults.Refuse<Type>($"'{_path}' holds several grain interfaces '{name}': write {string.Join(" or ", named.Select(type => type.FullName))}."),
        };
    }

    private string Because() => _lacks is null ? "" : $" that can be read ({_lacks.TrimEnd('.')})";

    private string Hint(string name)
    {
        var isFull = name.Contains('.', StringComparison.Ordinal);
        return NearestName.Hint(name, [.. _interfaces.Select(type => isFull ? type.FullName ?? type.Name : type.Name).Distinct()]);
    }
}
