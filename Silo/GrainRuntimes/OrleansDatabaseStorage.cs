using Interleave.Grains;
using Interleave.Silo.Database;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Providers;
using Orleans.Serialization;

namespace Interleave.Silo.GrainRuntimes;

/// <summary>What grains of silos on any machines store, in the database in which the silos find each other.</summary>
/// <remarks>The provider tells rows apart by the name of a state and the grain's key, and not by store or class: states of different classes need different
/// names.</remarks>
internal static class DatabaseStorage
{
    public static void AddTo(ISiloBuilder silo, PostgresConnection database)
    {
        foreach (var store in (string[])[ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME, GrainStores.Ledger])
        {
            silo.AddAdoNetGrainStorage(store, (OptionsBuilder<AdoNetGrainStorageOptions> options) => options.Configure<Serializer>((storage, serializer) =>
            {
                storage.Invariant = DatabaseMembership.Invariant;
                storage.ConnectionString = database.Secret;
                storage.DeleteStateOnClear = true;
                // As messages are written, and as the files of a local cluster are.
                storage.GrainStorageSerializer = new OrleansGrainStorageSerializer(serializer);
            }));
        }
    }
}
