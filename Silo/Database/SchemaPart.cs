namespace Interleave.Silo.Database;

/// <summary>One part of what the database must hold, created by the SQL in the file of the same name.</summary>
/// <param name="Version">Raised whenever the file changes what is stored or asked for.</param>
internal sealed record SchemaPart(string Name, int Version)
{
    /// <summary>Statements that may run again on a database that has this part in any version.</summary>
    public string ReadSql()
    {
        using var file = typeof(SchemaPart).Assembly.GetManifestResourceStream($"{Name}.sql")
            ?? throw new InvalidOperationException($"{Name}.sql is not in this program.");
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }
}
