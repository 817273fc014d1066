using System.Buffers;

namespace Interleave.Embedded.Serialization;

/// <summary>The arrays of plain values that stand next to a JSON text, byte for byte; in the text stands where each of them begins.</summary>
/// <remarks>
/// The JSON library gives a converter nothing but the options that all share; what belongs to the text that this thread writes or reads, only the thread can
/// tell.
/// </remarks>
internal static class RawArrays
{
    [ThreadStatic]
    private static WireWriter? _writing;

    [ThreadStatic]
    private static ReadOnlySequence<byte>? _reading;

    /// <summary>Whether arrays can be put aside; where JSON stands alone, they are a part of it.</summary>
    public static bool CanWrite => _writing is not null;

    public static Scope WriteTo(WireWriter raw)
    {
        var scope = new Scope(_writing, _reading);
        _writing = raw;
        return scope;
    }

    public static Scope ReadFrom(ReadOnlySequence<byte> raw)
    {
        var scope = new Scope(_writing, _reading);
        _reading = raw;
        return scope;
    }

    /// <summary>Puts an array aside, and tells where it begins.</summary>
    public static int Write<T>(T[] values)
        where T : unmanaged
    {
        var raw = _writing ?? throw new InvalidOperationException("No message is being written.");
        var at = raw.Length;
        PlainArray.Write(raw, values);
        return at;
    }

    public static T[] Read<T>(int at)
        where T : unmanaged
    {
        if (_reading is not { } raw || at < 0 || at >= raw.Length)
        {
            throw new InvalidDataException($"No array begins at {at}.");
        }

        var reader = new WireReader(raw.Slice(at));
        return PlainArray.Read<T>(ref reader)!; // Of an array that is null nothing is put aside.
    }

    /// <summary>Until it is disposed of, this thread writes or reads another message than before.</summary>
    public readonly ref struct Scope(WireWriter? writing, ReadOnlySequence<byte>? reading)
    {
        public void Dispose() => (_writing, _reading) = (writing, reading);
    }
}
