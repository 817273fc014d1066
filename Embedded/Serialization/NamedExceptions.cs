using System.Collections.Frozen;
using System.ComponentModel.DataAnnotations;
using System.Data.Common;
using System.Net.Http;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using Interleave.Embedded.Runtime;

namespace Interleave.Embedded.Serialization;

/// <summary>The exceptions that a message may name, and no others: those of the framework and those of this program's grains.</summary>
internal static class NamedExceptions
{
    /// <summary>Those of the framework, whose constructors do nothing but keep what they are given.</summary>
    private static readonly FrozenDictionary<string, Type> OfFramework = ByName(
        (
            (IEnumerable<Type>)[
                typeof(object), typeof(SocketException), typeof(HttpRequestException), typeof(JsonException), typeof(DbException),
                typeof(ChannelClosedException), typeof(ValidationException)])
        .SelectMany(type => type.Assembly.GetExportedTypes()));

    private static readonly FrozenDictionary<string, Type> OfGrains = ByName(GrainAssemblies.Types);

    /// <summary>An exception of a type that may be named, as far as this process can make one; no code of a grain runs for it.</summary>
    public static Exception? Make(string name, string message, Exception? inner) => OfFramework.TryGetValue(name, out var known)
        ? (Exception)(known.GetConstructor([typeof(string), typeof(Exception)])?.Invoke([message, inner]) ?? RuntimeHelpers.GetUninitializedObject(known))
        : OfGrains.TryGetValue(name, out known) ? (Exception)RuntimeHelpers.GetUninitializedObject(known)
        : null;

    /// <summary>The type of an exception whose members travel.</summary>
    public static Type? Marked(string name) => OfGrains.TryGetValue(name, out var known) && MarkedTypes.IsMarked(known) ? known : null;

    private static FrozenDictionary<string, Type> ByName(IEnumerable<Type> types) => types
        .Where(type => type is { IsAbstract: false, ContainsGenericParameters: false } && type.IsAssignableTo(typeof(Exception)))
        .DistinctBy(type => type.FullName)
        .ToFrozenDictionary(type => type.FullName!); // Closed types have names.
}
