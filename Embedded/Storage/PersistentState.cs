using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using Interleave.Embedded.Runtime;
using Interleave.Embedded.Serialization;
using Interleave.Embedded.Serialization.Codecs;

namespace Interleave.Embedded.Storage;

/// <summary>A record of one activation, in a file; written as messages are, so that it can name no types but those that grains may send.</summary>
internal sealed class PersistentState<TState>(Activation activation, StateFile file) : IPersistentState<TState>
{
    private StoredState _stored = StoredState.Nothing;

    public TState State { get; set; } = Empty();

    public string? Etag => _stored.Version == 0 ? null : TagOf(_stored.Version);

    public bool RecordExists => _stored.Content is not null;

    public async Task ReadStateAsync(CancellationToken cancellationToken = default)
    {
        var stored = await Task.Run(file.Read, cancellationToken);
        State = stored.Content is { } content ? Read(content) : Empty();
        _stored = stored;
    }

    public Task WriteStateAsync(CancellationToken cancellationToken = default) => ReplaceAsync(Write(State), cancellationToken);

    public async Task ClearStateAsync(CancellationToken cancellationToken = default)
    {
        await ReplaceAsync(null, cancellationToken);
        State = Empty();
    }

    private static string TagOf(long version) => version.ToString(CultureInfo.InvariantCulture);

    private static TState Empty() => typeof(TState).IsValueType ? default!
        : typeof(TState).GetConstructor([]) is not null ? Activator.CreateInstance<TState>()
        : typeof(TState).IsAbstract || typeof(TState) == typeof(string) || typeof(TState).IsArray ? default! // As on Orleans, there is none to begin with.
        : (TState)RuntimeHelpers.GetUninitializedObject(typeof(TState));

    private static byte[] Write(TState state)
    {
        var writer = WireWriters.Rent();
        try
        {
            ValueCodec.For<TState>().Write(writer, state);
            return writer.Written.ToArray();
        }
        finally
        {
            WireWriters.Return(writer);
        }
    }

    private static TState Read(byte[] content)
    {
        var reader = new WireReader(new ReadOnlySequence<byte>(content));
        return ValueCodec.For<TState>().Read(ref reader);
    }

    /// <remarks>The content was made on the grain's turn, so that turns that follow cannot tear it.</remarks>
    private async Task ReplaceAsync(byte[]? content, CancellationToken cancellationToken)
    {
        var known = _stored.Version;
        try
        {
            _stored = await Task.Run(() => file.Replace(known, content), cancellationToken);
        }
        catch (StaleStateException stale)
        {
            // What this activation knows is outdated: the next one reads what is stored.
            _ = activation.DeactivateAsync(new DeactivationReason(DeactivationReasonCode.ApplicationError, stale.Message));
            throw new InconsistentStateException(stale.Message, TagOf(stale.Stored), TagOf(stale.Known));
        }
    }
}
