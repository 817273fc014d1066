namespace Interleave.Embedded;

/// <summary>What tells one grain from all others: its class and its key.</summary>
public readonly struct GrainId(string type, string key) : IEquatable<GrainId>
{
    public string Type { get; } = type;

    public string Key { get; } = key;

    public static bool operator ==(GrainId left, GrainId right) => left.Equals(right);

    public static bool operator !=(GrainId left, GrainId right) => !left.Equals(right);

    public bool Equals(GrainId other) => Key == other.Key && Type == other.Type;

    public override bool Equals(object? obj) => obj is GrainId other && Equals(other);

    // The key alone spreads well enough, and this is computed at every call.
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => $"{Type}/{Key}";
}
