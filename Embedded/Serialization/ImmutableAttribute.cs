namespace Interleave.Embedded;

/// <summary>Nobody changes this value after it was handed over, so that caller and grain may share it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Parameter, Inherited = false)]
public sealed class ImmutableAttribute : Attribute;
