using Interleave.Embedded.Serialization;

namespace Interleave.Embedded.Calls;

/// <summary>The arguments of a call, each in its own type so that none is boxed; a cancellation token travels apart from them.</summary>
internal abstract class Arguments
{
    // By their number; these few lines each are one family, and stand in one file.
    private static readonly Type[] Classes =
    [
        typeof(NoArguments), typeof(Arguments<>), typeof(Arguments<,>), typeof(Arguments<,,>), typeof(Arguments<,,,>), typeof(Arguments<,,,,>), typeof(Arguments<,,,,,>),
    ];

    public static int Most => Classes.Length - 1;

    public static Type ClassFor(Type[] types) => types.Length == 0 ? Classes[0] : Classes[types.Length].MakeGenericType(types);

    /// <summary>What the grain may get: values that the caller shares with nobody.</summary>
    public abstract Arguments Copy(GrainMethod method);

    public abstract void Write(WireWriter writer);

    public delegate Arguments Reader(ref WireReader reader);

    public static Reader ReaderFor(Type[] types) => ClassFor(types).GetMethod("Read")!.CreateDelegate<Reader>();
}

internal sealed class NoArguments : Arguments
{
    public static readonly NoArguments Instance = new();

    public static Arguments Read(ref WireReader reader) => Instance;

    public override Arguments Copy(GrainMethod method) => this;

    public override void Write(WireWriter writer)
    {
    }
}

internal sealed class Arguments<T1>(T1 item1) : Arguments
{
    public readonly T1 Item1 = item1;

    public static Arguments Read(ref WireReader reader) => new Arguments<T1>(
        CodecOf<T1>.Instance.Read(ref reader));

    public override Arguments Copy(GrainMethod method) =>
        new Arguments<T1>(method.Copy(0, Item1));

    public override void Write(WireWriter writer)
    {
        CodecOf<T1>.Instance.Write(writer, Item1);
    }
}

internal sealed class Arguments<T1, T2>(T1 item1, T2 item2) : Arguments
{
    public readonly T1 Item1 = item1;
    public readonly T2 Item2 = item2;

    public static Arguments Read(ref WireReader reader) => new Arguments<T1, T2>(
        CodecOf<T1>.Instance.Read(ref reader), CodecOf<T2>.Instance.Read(ref reader));

    public override Arguments Copy(GrainMethod method) =>
        new Arguments<T1, T2>(method.Copy(0, Item1), method.Copy(1, Item2));

    public override void Write(WireWriter writer)
    {
        CodecOf<T1>.Instance.Write(writer, Item1);
        CodecOf<T2>.Instance.Write(writer, Item2);
    }
}

internal sealed class Arguments<T1, T2, T3>(T1 item1, T2 item2, T3 item3) : Arguments
{
    public readonly T1 Item1 = item1;
    public readonly T2 Item2 = item2;
    public readonly T3 Item3 = item3;

    public static Arguments Read(ref WireReader reader) => new Arguments<T1, T2, T3>(
        CodecOf<T1>.Instance.Read(ref reader), CodecOf<T2>.Instance.Read(ref reader), CodecOf<T3>.Instance.Read(ref reader));

    public override Arguments Copy(GrainMethod method) =>
        new Arguments<T1, T2, T3>(method.Copy(0, Item1), method.Copy(1, Item2), method.Copy(2, Item3));

    public override void Write(WireWriter writer)
    {
        CodecOf<T1>.Instance.Write(writer, Item1);
        CodecOf<T2>.Instance.Write(writer, Item2);
        CodecOf<T3>.Instance.Write(writer, Item3);
    }
}

internal sealed class Arguments<T1, T2, T3, T4>(T1 item1, T2 item2, T3 item3, T4 item4) : Arguments
{
    public readonly T1 Item1 = item1;
    public readonly T2 Item2 = item2;
    public readonly T3 Item3 = item3;
    public readonly T4 Item4 = item4;

    public static Arguments Read(ref WireReader reader) => new Arguments<T1, T2, T3, T4>(
        CodecOf<T1>.Instance.Read(ref reader),
        CodecOf<T2>.Instance.Read(ref reader),
        CodecOf<T3>.Instance.Read(ref reader),
        CodecOf<T4>.Instance.Read(ref reader));

    public override Arguments Copy(GrainMethod method) =>
        new Arguments<T1, T2, T3, T4>(method.Copy(0, Item1), method.Copy(1, Item2), method.Copy(2, Item3), method.Copy(3, Item4));

    public override void Write(WireWriter writer)
    {
        CodecOf<T1>.Instance.Write(writer, Item1);
        CodecOf<T2>.Instance.Write(writer, Item2);
        CodecOf<T3>.Instance.Write(writer, Item3);
        CodecOf<T4>.Instance.Write(writer, Item4);
    }
}

internal sealed class Arguments<T1, T2, T3, T4, T5>(T1 item1, T2 item2, T3 item3, T4 item4, T5 item5) : Arguments
{
    public readonly T1 Item1 = item1;
    public readonly T2 Item2 = item2;
    public readonly T3 Item3 = item3;
    public readonly T4 Item4 = item4;
    public readonly T5 Item5 = item5;

    public static Arguments Read(ref WireReader reader) => new Arguments<T1, T2, T3, T4, T5>(
        CodecOf<T1>.Instance.Read(ref reader),
        CodecOf<T2>.Instance.Read(ref reader),
        CodecOf<T3>.Instance.Read(ref reader),
        CodecOf<T4>.Instance.Read(ref reader),
        CodecOf<T5>.Instance.Read(ref reader));

    public override Arguments Copy(GrainMethod method) =>
        new Arguments<T1, T2, T3, T4, T5>(method.Copy(0, Item1), method.Copy(1, Item2), method.Copy(2, Item3), method.Copy(3, Item4), method.Copy(4, Item5));

    public override void Write(WireWriter writer)
    {
        CodecOf<T1>.Instance.Write(writer, Item1);
        CodecOf<T2>.Instance.Write(writer, Item2);
        CodecOf<T3>.Instance.Write(writer, Item3);
        CodecOf<T4>.Instance.Write(writer, Item4);
        CodecOf<T5>.Instance.Write(writer, Item5);
    }
}

internal sealed class Arguments<T1, T2, T3, T4, T5, T6>(T1 item1, T2 item2, T3 item3, T4 item4, T5 item5, T6 item6) : Arguments
{
    public readonly T1 Item1 = item1;
    public readonly T2 Item2 = item2;
    public readonly T3 Item3 = item3;
    public readonly T4 Item4 = item4;
    public readonly T5 Item5 = item5;
    public readonly T6 Item6 = item6;

    public static Arguments Read(ref WireReader reader) => new Arguments<T1, T2, T3, T4, T5, T6>(
        CodecOf<T1>.Instance.Read(ref reader),
        CodecOf<T2>.Instance.Read(ref reader),
        CodecOf<T3>.Instance.Read(ref reader),
        CodecOf<T4>.Instance.Read(ref reader),
        CodecOf<T5>.Instance.Read(ref reader),
        CodecOf<T6>.Instance.Read(ref reader));

    public override Arguments Copy(GrainMethod method) =>
        new Arguments<T1, T2, T3, T4, T5, T6>(method.Copy(0, Item1), method.Copy(1, Item2), method.Copy(2, Item3), method.Copy(3, Item4), method.Copy(4, Item5), method.Copy(5, Item6));

    public override void Write(WireWriter writer)
    {
        CodecOf<T1>.Instance.Write(writer, Item1);
        CodecOf<T2>.Instance.Write(writer, Item2);
        CodecOf<T3>.Instance.Write(writer, Item3);
        CodecOf<T4>.Instance.Write(writer, Item4);
        CodecOf<T5>.Instance.Write(writer, Item5);
        CodecOf<T6>.Instance.Write(writer, Item6);
    }
}
