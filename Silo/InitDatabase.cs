using Interleave.Silo.Database;

namespace Interleave.Silo;

/// <summary>Creates what silos keep in the database, for a cluster that is set up.</summary>
internal static class InitDatabase
{
    public static async Task<int> RunAsync(SiloRequest request)
    {
        try
        {
            var database = PostgresConnection.Read(request.ConnectionFile);
            foreach (var line in new DatabaseSchema(database).Initialize())
            {
                Console.WriteLine($"The database at {database}: {line}");
            }

            return 0;
        }
        catch (DatabaseException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 2;
        }
    }
}
