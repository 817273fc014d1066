using System.Globalization;
using Interleave.Embedded.Storage;
using Orleans.Serialization;
using Orleans.Serialization.Serializers;
using Orleans.Storage;

namespace Interleave.Silo.GrainRuntimes;

/// <summary>Keeps the state of a local cluster's grains in files that all its silos share, so that it survives any silo.</summary>
/// <remarks>
/// Orleans' own storage in memory lives in grains, and dies with their silos. States are written as messages are, and must be marked as those.
/// </remarks>
/// <param name="name">The store that grains name.</param>
/// <param name="files">The cluster's.</param>
/// <param name="serializer">That of messages.</param>
/// <param name="activators">Make the state of a grain that has none yet.</param>
internal sealed class FileGrainStorage(string name, StateFiles files, Serializer serializer, IActivatorProvider activators) : IGrainStorage
{
    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var stored = await Task.Run(FileOf(grainId, stateName).Read);
        grainState.State = stored.Content is { } content ? serializer.Deserialize<T>(content) : activators.GetActivator<T>().Create();
        Told(grainState, stored);
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        ReplaceAsync(stateName, grainId, grainState, serializer.SerializeToArray(grainState.State));

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await ReplaceAsync(stateName, grainId, grainState, content: null);
        grainState.State = activators.GetActivator<T>().Create();
    }

    private static void Told<T>(IGrainState<T> grainState, StoredState stored)
    {
        grainState.ETag = stored.Version == 0 ? null : TagOf(stored.Version);
        grainState.RecordExists = stored.Content is not null;
    }

    private static string TagOf(long version) => version.ToString(CultureInfo.InvariantCulture);

    private async Task ReplaceAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState, byte[]? content)
    {
        var known = grainState.ETag is { } tag ? long.Parse(tag, CultureInfo.InvariantCulture) : 0;
        try
        {
            Told(grainState, await Task.Run(() => FileOf(grainId, stateName).Replace(known, content)));
        }
        catch (StaleStateException stale)
        {
            // Alone: it travels to the caller, and a cause within it that only this project knows could not.
            throw new InconsistentStateException(stale.Message, TagOf(stale.Stored), TagOf(stale.Known));
        }
    }

    private StateFile FileOf(GrainId grainId, string stateName) => files.File(name, grainId.ToString(), stateName);
}
