using System.Text.Json;
using Interleave.Embedded.Calls;
using Interleave.Embedded.Network;
using Interleave.Embedded.Runtime;
using Interleave.Embedded.Serialization;

namespace Runtime.Tests.Embedded.Fuzzing;

/// <summary>Frames as silos and clients write them, without their length.</summary>
internal static class Frames
{
    private static readonly GrainClasses Classes = new();

    public static byte[] Request(int id, string key, Type grainClass, Type grainInterface, string name, object?[] arguments)
    {
        var method = GrainInterface.Of(grainInterface)
            .Methods.First(known => known.Key.Name == name && known.Key.GetParameters()[0].ParameterType.IsInstanceOfType(arguments[0]))
            .Value;
        return Of(FrameKind.Request, writer =>
        {
            writer.WriteNumber((ulong)id);
            new RequestHeader(Classes.Named(grainClass.FullName!).Id, key, method.Id, 0, 0, null, null).Write(writer); // Classes of grains have names.
            method.WriteArguments(writer, arguments);
        });
    }

    public static byte[] Control<T>(FrameKind kind, T said) =>
        Of(kind, writer => writer.WriteJson(said, static (json, said) => JsonSerializer.Serialize(json, said, GrainJson.Options)));

    public static byte[] Of(FrameKind kind, Action<WireWriter> write)
    {
        var writer = new WireWriter();
        writer.WriteByte((byte)kind);
        write(writer);
        return writer.Written.ToArray();
    }
}
