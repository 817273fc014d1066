namespace Interleave.Embedded;

/// <summary>Requests of this grain may interleave at its awaits.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReentrantAttribute : Attribute;
