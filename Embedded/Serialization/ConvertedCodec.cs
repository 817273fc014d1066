namespace Interleave.Embedded.Serialization;

/// <summary>Unchangeable library types that are rebuilt from something simpler.</summary>
internal sealed class ConvertedCodec<T, TSimple> : Codec<T?>
    where T : class
    where TSimple : class
{
    private readonly Func<T, TSimple> _simplify;
    private readonly Func<TSimple, T> _rebuild;

    public ConvertedCodec(Func<T, TSimple> simplify, Func<TSimple, T> rebuild)
    {
        (_simplify, _rebuild) = (simplify, rebuild);
        IsShared = true;
    }

    public override void Write(WireWriter writer, T? value) => CodecOf<TSimple?>.Instance.Write(writer, value is null ? null : _simplify(value));

    public override T? Read(ref WireReader reader) => CodecOf<TSimple?>.Instance.Read(ref reader) is { } simple ? _rebuild(simple) : null;

    public override T? Copy(T? value) => value;
}
