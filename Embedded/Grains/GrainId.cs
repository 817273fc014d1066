using Interleave.Embedded.Calls;

namespace Interleave.Embedded;

/// <summary>What tells one grain from all others: its class and its key.</summary>
[GenerateSerializer, Immutable]
public sealed class GrainId(string type, string key) : IEquatable<GrainId>
{
    private ulong _hash;

    [Id(0)]
    public string Type { get; } = type;

    [Id(1)]
    public string Key { get; } = key;

    /// <summary>The same in every process; computed when it is first asked for, then kept: each call asks for it several times.</summary>
    internal ulong Hash => _hash != 0 ? _hash : _hash = StableHash.Of(Type, Key);

    public static bool operator ==(GrainId? left, GrainId? right) => left?.Equals(right) ?? right is null;

    public static bool operator !=(GrainId? left, GrainId? right) => !(left == right);

    public bool Equals(GrainId? other) => ReferenceEquals(this, other) || (other is not null && Hash == other.Hash && Key == other.Key && Type == other.Type);

    public override bool Equals(object? obj) => Equals(obj as GrainId);

    public override int GetHashCode() => (int)Hash;

    public override string ToString() => $"{Type}/{Key}";
}
