namespace Interleave.Embedded.Runtime;

/// <summary>This grain's key is the silo that it belongs to.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class OnEverySiloAttribute : Attribute;
