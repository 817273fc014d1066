using Interleave.Embedded.Storage;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Providers;

namespace Interleave.Silo.GrainRuntimes;

/// <summary>What grains of one machine store, in files that all its silos share.</summary>
internal static class FolderStorage
{
    public static void AddTo(ISiloBuilder silo, ClusterSeat seat)
    {
        silo.Services.AddSingleton(_ => new StateFiles(seat.Folder.GrainState));
        silo.Services.AddKeyedSingleton<IGrainStorage>(KeyedService.AnyKey, (services, name) =>
            ActivatorUtilities.CreateInstance<FileGrainStorage>(services, name as string ?? ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME));
        silo.Services.AddSingleton(services => services.GetRequiredKeyedService<IGrainStorage>(ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME));
    }
}
