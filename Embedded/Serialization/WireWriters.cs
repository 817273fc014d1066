using Microsoft.Extensions.ObjectPool;

namespace Interleave.Embedded.Serialization;

/// <summary>Writers that are not in use.</summary>
internal static class WireWriters
{
    private static readonly ObjectPool<WireWriter> Idle = ObjectPool.Create(new Policy());

    public static WireWriter Rent() => Idle.Get();

    public static void Return(WireWriter writer) => Idle.Return(writer);

    private sealed class Policy : PooledObjectPolicy<WireWriter>
    {
        /// <summary>One that has grown further is let go of: a single large message must not hold its memory for good.</summary>
        private const int LargestKept = 1 << 20;

        public override WireWriter Create() => new();

        public override bool Return(WireWriter writer)
        {
            writer.Reset();
            return writer.Capacity <= LargestKept;
        }
    }
}
