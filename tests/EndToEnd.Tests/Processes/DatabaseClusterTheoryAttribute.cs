namespace Interleave.EndToEnd.Tests.Processes;

/// <summary>As <see cref="DatabaseClusterFactAttribute"/>, with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DatabaseClusterTheoryAttribute : TheoryAttribute
{
    public DatabaseClusterTheoryAttribute() => Skip = DatabaseClusterFactAttribute.WhyNot;
}
