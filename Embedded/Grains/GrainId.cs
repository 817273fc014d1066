namespace Interleave.Embedded;

/// <summary>What tells one grain from all others: its class and its key.</summary>
[GenerateSerializer]
public readonly record struct GrainId(string Type, string Key)
{
    public override string ToString() => $"{Type}/{Key}";
}
