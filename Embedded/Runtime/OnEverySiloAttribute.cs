namespace Interleave.Embedded;

/// <summary>This grain's key is the silo that it belongs to.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OnEverySiloAttribute : Attribute;
