using System.Runtime.CompilerServices;

namespace Interleave.Embedded.Serialization;

/// <summary>Types marked with <see cref="GenerateSerializerAttribute"/>, and tuples: member by member, by their numbers.</summary>
internal sealed class MembersCodec<T> : Codec<T?>
{
    private readonly Member[] _members;

    public MembersCodec()
    {
        _members = Members.Of(typeof(T));
        IsShared = Sharing.IsShared(typeof(T));
    }

    public override void Write(WireWriter writer, T? value)
    {
        if (!typeof(T).IsValueType)
        {
            writer.Byte(value is null ? (byte)0 : (byte)1);
        }

        if (value is null)
        {
            return;
        }

        // A cycle of references would otherwise end the process.
        RuntimeHelpers.EnsureSufficientExecutionStack();
        object boxed = value;
        foreach (var member in _members)
        {
            member.Write(writer, boxed);
        }
    }

    public override T? Read(ref WireReader reader)
    {
        if (!typeof(T).IsValueType && reader.Byte() == 0)
        {
            return default;
        }

        var boxed = RuntimeHelpers.GetUninitializedObject(typeof(T));
        foreach (var member in _members)
        {
            member.Read(ref reader, boxed);
        }

        return (T)boxed;
    }

    public override T? Copy(T? value)
    {
        if (IsShared || value is null)
        {
            return value;
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
        object boxed = value;
        var copy = RuntimeHelpers.GetUninitializedObject(typeof(T));
        foreach (var member in _members)
        {
            member.Copy(boxed, copy);
        }

        return (T)copy;
    }
}
