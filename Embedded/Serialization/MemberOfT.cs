using System.Reflection;
using System.Reflection.Emit;

namespace Interleave.Embedded.Serialization;

/// <summary>One field of a type that travels, reached by code made for it, for it may be private and set once only.</summary>
internal sealed class Member<T>(FieldInfo field, bool isShared) : Member
{
    private readonly Func<object, T> _get = Getter(field);
    private readonly Action<object, T> _set = Setter(field);

    public override void Write(WireWriter writer, object owner) => CodecOf<T>.Instance.Write(writer, _get(owner));

    public override void Read(ref WireReader reader, object owner) => _set(owner, CodecOf<T>.Instance.Read(ref reader));

    public override void Copy(object from, object to) => _set(to, isShared ? _get(from) : CodecOf<T>.Instance.Copy(_get(from)));

    private static Func<object, T> Getter(FieldInfo field)
    {
        var method = new DynamicMethod($"get {field.Name}", typeof(T), [typeof(object)], typeof(Member).Module, skipVisibility: true);
        var il = method.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        Unwrap(il, field.DeclaringType!);
        il.Emit(OpCodes.Ldfld, field);
        il.Emit(OpCodes.Ret);
        return method.CreateDelegate<Func<object, T>>();
    }

    private static Action<object, T> Setter(FieldInfo field)
    {
        var method = new DynamicMethod($"set {field.Name}", null, [typeof(object), typeof(T)], typeof(Member).Module, skipVisibility: true);
        var il = method.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        Unwrap(il, field.DeclaringType!);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Stfld, field);
        il.Emit(OpCodes.Ret);
        return method.CreateDelegate<Action<object, T>>();
    }

    private static void Unwrap(ILGenerator il, Type owner) => il.Emit(owner.IsValueType ? OpCodes.Unbox : OpCodes.Castclass, owner);
}
