namespace Interleave.Embedded;

/// <summary>The name by which a type travels in place of one that it derives from; it outlives renaming in the source.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class AliasAttribute(string alias) : Attribute
{
    public string Alias { get; } = alias;
}
