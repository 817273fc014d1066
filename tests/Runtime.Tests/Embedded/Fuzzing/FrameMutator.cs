using Interleave.Embedded.Calls;
using Interleave.Embedded.Network;
using Interleave.Embedded.Runtime;
using Interleave.Embedded.Serialization;
using Runtime.Tests.Grains;

namespace Runtime.Tests.Embedded.Fuzzing;

/// <summary>Makes frames, without their length, that are almost right, and some that are not at all.</summary>
internal sealed class FrameMutator(Random random)
{
    private const int LongestNoise = 300;
    private const int MostChanges = 8;

    private readonly byte[][] _valid = [.. Valid()];

    public byte[] Next()
    {
        if (random.Next(4) == 0)
        {
            var noise = new byte[random.Next(1, LongestNoise)];
            random.NextBytes(noise);
            noise[0] %= (byte)FrameKind.Cancel + 2;
            return noise;
        }

        var frame = _valid[random.Next(_valid.Length)].ToList();
        for (var changes = random.Next(MostChanges); changes >= 0 && frame.Count > 1; changes--)
        {
            var at = random.Next(frame.Count);
            switch (random.Next(4))
            {
                case 0:
                    frame[at] = (byte)random.Next(256);
                    break;
                case 1:
                    frame[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    frame.RemoveRange(at, random.Next(frame.Count - at));
                    break;
                default:
                    frame.InsertRange(at, frame.Skip(random.Next(frame.Count)).Take(random.Next(16)).ToArray());
                    break;
            }
        }

        return [.. frame];
    }

    private static IEnumerable<byte[]> Valid()
    {
        var classes = new GrainClasses();
        var parcel = new Parcel("text", 1, 2.5, true, Bytes: [1, 2, 3], Counts: new Dictionary<string, int> { ["a"] = 1 }, Words: ["x"], Inside: new Parcel("inner"));
        yield return Request(classes, typeof(CopyGrain), typeof(ICopyGrain), nameof(ICopyGrain.Keep), [new List<int> { 1, 2, 3 }]);
        yield return Request(classes, typeof(CopyGrain), typeof(ICopyGrain), nameof(ICopyGrain.Echo), [parcel]);
        yield return Request(classes, typeof(IdentityGrain), typeof(IIdentityGrain), nameof(IIdentityGrain.Remember), [7]);
        yield return Request(classes, typeof(UnmarkedGrain), typeof(IUnmarkedGrain), nameof(IUnmarkedGrain.Take), [new List<string> { "any object" }]);
        yield return Frame(FrameKind.Cancel, writer => writer.WriteNumber(1));
        yield return Frame(FrameKind.Answer, writer => writer.WriteNumber(1));
        yield return Control(FrameKind.Hello, new Hello(null, new byte[32], new byte[32]));
        yield return Control(FrameKind.Welcome, new Welcome(new SiloAddress(new(1, 1), 1), new byte[32], Gateways.None));
        yield return Control(FrameKind.Hosted, new HostedFrame(1, [new GrainId("type", "key")], IsFirst: true, IsLast: true));
        yield return Control(FrameKind.Gone, new GrainId("type", "key"));
    }

    private static byte[] Request(GrainClasses classes, Type grainClass, Type grainInterface, string name, object?[] arguments)
    {
        var method = GrainInterface.Of(grainInterface).Methods.First(known => known.Key.Name == name && known.Key.GetParameters()[0].ParameterType.IsInstanceOfType(arguments[0])).Value;
        return Frame(FrameKind.Request, writer =>
        {
            writer.WriteNumber(1);
            new RequestHeader(classes.Named(grainClass.FullName!).Id, "fuzz", method.Id, 0, 0, null, null).Write(writer);
            method.WriteArguments(writer, arguments);
        });
    }

    private static byte[] Control<T>(FrameKind kind, T said) =>
        Frame(kind, writer => writer.WriteJson(said, static (json, said) => System.Text.Json.JsonSerializer.Serialize(json, said, GrainJson.Options)));

    private static byte[] Frame(FrameKind kind, Action<WireWriter> write)
    {
        var writer = new WireWriter();
        writer.WriteByte((byte)kind);
        write(writer);
        return writer.Written.ToArray();
    }
}
