using Interleave.Embedded.Network;
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
        var parcel = new Parcel(
            "text", 1, 2.5, true, Bytes: [1, 2, 3], Counts: new Dictionary<string, int> { ["a"] = 1 }, Words: ["x"], Inside: new Parcel("inner"));
        yield return Frames.Request(1, "fuzz", typeof(CopyGrain), typeof(ICopyGrain), nameof(ICopyGrain.Keep), [new List<int> { 1, 2, 3 }]);
        yield return Frames.Request(1, "fuzz", typeof(CopyGrain), typeof(ICopyGrain), nameof(ICopyGrain.Echo), [parcel]);
        yield return Frames.Request(1, "fuzz", typeof(IdentityGrain), typeof(IIdentityGrain), nameof(IIdentityGrain.Remember), [7]);
        yield return Frames.Request(1, "fuzz", typeof(UnmarkedGrain), typeof(IUnmarkedGrain), nameof(IUnmarkedGrain.Take), [new List<string> { "any object" }]);
        yield return Frames.Of(FrameKind.Cancel, writer => writer.WriteNumber(1));
        yield return Frames.Of(FrameKind.Answer, writer => writer.WriteNumber(1));
        yield return Frames.Control(FrameKind.Hello, new Hello(null, new byte[32], new byte[32]));
        yield return Frames.Control(FrameKind.Welcome, new Welcome(new SiloAddress(new(1, 1), 1), new byte[32], Gateways.None));
        yield return Frames.Control(FrameKind.Hosted, new HostedFrame(1, [new GrainId("type", "key")], IsFirst: true, IsLast: true));
        yield return Frames.Control(FrameKind.Gone, new GrainId("type", "key"));
    }
}
