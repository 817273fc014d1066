using Interleave.Embedded.Calls;

namespace Interleave.Embedded.Serialization;

/// <summary>References to grains: who is meant travels, and is bound to the runtime of whoever receives it.</summary>
internal sealed class ReferenceCodec<T> : Codec<T?>
    where T : class, IAddressable
{
    public override void Write(WireWriter writer, T? value)
    {
        var id = value?.GetGrainId();
        writer.Text(id?.Type);
        if (id is { } known)
        {
            writer.Text(known.Key);
        }
    }

    public override T? Read(ref WireReader reader) =>
        reader.Text() is { } type ? Bind(new GrainId(type, reader.Text()!), reader.Router) : null;

    // A grain that hands out itself hands out a reference.
    public override T? Copy(T? value) => value is IGrainBase grain ? Bind(value.GetGrainId(), grain.GrainContext.GrainReference.Router) : value;

    private static T Bind(GrainId id, CallRouter router) =>
        typeof(T).IsInterface && typeof(T) != typeof(IAddressable) && typeof(T) != typeof(IGrain)
            ? (T)(object)GrainProxy.Create(typeof(T), id, router)
            : (T)(object)new GrainReference(id, router);
}
