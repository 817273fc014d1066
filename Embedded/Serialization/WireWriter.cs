using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.Json;

namespace Interleave.Embedded.Serialization;

/// <summary>Collects the bytes of one message; reused for the next one, so that sending costs no memory.</summary>
internal sealed class WireWriter : IBufferWriter<byte>
{
    private const int FirstCapacity = 1024;

    private byte[] _bytes = new byte[FirstCapacity];
    private Utf8JsonWriter? _json;
    private WireWriter? _raw;

    public int Length { get; private set; }

    public int Capacity => _bytes.Length + (_raw?.Capacity ?? 0);

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    public void Reset()
    {
        Length = 0;
        _raw?.Reset();
    }

    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _bytes.Length - Length);
        Length += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Grow(Math.Max(sizeHint, 1));
        return _bytes.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Grow(Math.Max(sizeHint, 1));
        return _bytes.AsSpan(Length);
    }

    public void WriteByte(byte value)
    {
        GetSpan(1)[0] = value;
        Length++;
    }

    /// <summary>Seven bits a byte, so that small numbers take one.</summary>
    public void WriteNumber(ulong value)
    {
        var bytes = GetSpan(10);
        var count = 0;
        for (; value > 0x7F; value >>= 7)
        {
            bytes[count++] = (byte)(value | 0x80);
        }

        bytes[count++] = (byte)value;
        Length += count;
    }

    public void WriteHash(ulong value)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(GetSpan(sizeof(ulong)), value);
        Length += sizeof(ulong);
    }

    public void WriteText(string? value)
    {
        if (value is null)
        {
            WriteNumber(0);
            return;
        }

        var count = Encoding.UTF8.GetByteCount(value);
        WriteNumber((ulong)count + 1);
        Length += Encoding.UTF8.GetBytes(value, GetSpan(count));
    }

    public void WriteBytes(ReadOnlySpan<byte> value)
    {
        value.CopyTo(GetSpan(value.Length));
        Length += value.Length;
    }

    /// <summary>Writes JSON, and next to it the arrays that it refers to, byte for byte.</summary>
    public void WriteJson<TState>(TState state, Action<Utf8JsonWriter, TState> write)
    {
        var lengths = Length;
        GetSpan(2 * sizeof(int));
        Length += 2 * sizeof(int);
        _json ??= new Utf8JsonWriter(this, new JsonWriterOptions { Encoder = GrainJson.Options.Encoder });
        _json.Reset();
        _raw ??= new WireWriter();
        _raw.Reset();
        using (RawArrays.WriteTo(_raw))
        {
            write(_json, state);
            _json.Flush();
        }

        BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(lengths), Length - lengths - (2 * sizeof(int)));
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(lengths + sizeof(int)), _raw.Length);
        WriteBytes(_raw.Written.Span);
    }

    private void Grow(int count)
    {
        if (_bytes.Length - Length < count)
        {
            Array.Resize(ref _bytes, (int)Math.Min(Math.Max(2L * _bytes.Length, (long)Length + count), Array.MaxLength));
        }
    }
}
