namespace Interleave.EndToEnd.Tests.Processes;

/// <summary>A test of what the embedded runtime refuses.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EmbeddedFactAttribute : FactAttribute
{
    public EmbeddedFactAttribute() => Skip = OrleansFactAttribute.IsOrleans ? "Orleans does not refuse it." : null;
}
