namespace Interleave.Embedded;

/// <summary>Values of this type travel between grains: those of its members that have an <see cref="IdAttribute"/>, and a record's own parameters.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum)]
public sealed class GenerateSerializerAttribute : Attribute;
