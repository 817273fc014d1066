namespace Interleave.EndToEnd.Tests.Processes;

/// <summary>As <see cref="OrleansFactAttribute"/>, with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OrleansTheoryAttribute : TheoryAttribute
{
    public OrleansTheoryAttribute() => Skip = OrleansFactAttribute.WhyNot;
}
