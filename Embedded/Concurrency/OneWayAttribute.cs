namespace Interleave.Embedded;

/// <summary>The caller neither waits for this method nor learns how it ended.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OneWayAttribute : Attribute;
