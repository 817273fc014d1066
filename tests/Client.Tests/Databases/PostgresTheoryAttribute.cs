namespace Interleave.Client.Tests.Databases;

/// <summary>A test that needs a PostgreSQL server of its own; skipped, and counted, where none can be started.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresTheoryAttribute : TheoryAttribute
{
    public PostgresTheoryAttribute() => Skip = PostgresServer.WhyNot;
}
