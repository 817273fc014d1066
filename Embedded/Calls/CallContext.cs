using System.Collections.Immutable;
using Interleave.Embedded.Serialization;

namespace Interleave.Embedded.Calls;

/// <summary>What a call carries besides its arguments.</summary>
internal sealed record CallContext(ImmutableDictionary<string, object> Values, Guid ReentrancyId)
{
    /// <summary>Nothing to carry is carried as nothing.</summary>
    public CallContext? OrNull() => Values.IsEmpty && ReentrancyId == Guid.Empty ? null : this;

    public CallContext Copy() => Values.Values.All(value => Codecs.For(value.GetType()).IsShared)
        ? this
        : this with { Values = Values.ToImmutableDictionary(entry => entry.Key, entry => Codecs.Exactly(entry.Value.GetType()).CopyObject(entry.Value)!) };

    public static void Write(WireWriter writer, CallContext? context)
    {
        writer.Count(context is null ? 0 : context.Values.Count + 1);
        if (context is null)
        {
            return;
        }

        CodecOf<Guid>.Instance.Write(writer, context.ReentrancyId);
        foreach (var (key, value) in context.Values)
        {
            writer.Text(key);
            CodecOf<object>.Instance.Write(writer, value);
        }
    }

    public static CallContext? Read(ref WireReader reader)
    {
        var count = reader.Count() - 1;
        if (count < 0)
        {
            return null;
        }

        var chain = CodecOf<Guid>.Instance.Read(ref reader);
        var values = ImmutableDictionary.CreateBuilder<string, object>();
        for (var i = 0; i < count; i++)
        {
            values.Add(reader.Text()!, CodecOf<object>.Instance.Read(ref reader));
        }

        return new CallContext(values.ToImmutable(), chain);
    }
}
