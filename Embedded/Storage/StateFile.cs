using System.Diagnostics;
using Interleave.Files;

namespace Interleave.Embedded.Storage;

/// <summary>
/// One record of a grain in a file of its own, replaced as a whole: a reader finds the old one or the new one, also when the writer was killed.
/// </summary>
/// <remarks>
/// A change names the version that it was made from, and is refused when another one is stored; this holds across processes. What is written survives the
/// death of any process, but is not forced to disk: it may be lost when the machine loses power. Everything here blocks.
/// </remarks>
/// <param name="path">Its folder must be there.</param>
/// <param name="record">Whose state it is; kept in the file, and checked when it is read.</param>
internal sealed class StateFile(string path, string record)
{
    private const string Format = "interleave/state/1";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <exception cref="InvalidDataException">The file holds something else.</exception>
    public StoredState Read()
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (FileNotFoundException)
        {
            return StoredState.Nothing;
        }

        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes));
            if (reader.ReadString() != Format || reader.ReadString() != record)
            {
                throw new InvalidDataException($"'{path}' does not hold {record}.");
            }

            var version = reader.ReadInt64();
            var length = reader.ReadInt32();
            var content = length < 0 ? null : reader.ReadBytes(length);
            return reader.BaseStream.Position == bytes.Length && (content?.Length ?? -1) == length && version > 0
                ? new StoredState(version, content)
                : throw new InvalidDataException($"'{path}' is damaged.");
        }
        catch (Exception fault) when (fault is EndOfStreamException or FormatException or ArgumentException)
        {
            throw new InvalidDataException($"'{path}' is damaged.", fault);
        }
    }

    /// <returns>What is stored now.</returns>
    /// <param name="known">The version that the change was made from.</param>
    /// <param name="content">Null to clear the record; its version is kept, so that a writer that knows an older one is still refused.</param>
    /// <exception cref="StaleStateException">Another version is stored.</exception>
    public StoredState Replace(long known, byte[]? content)
    {
        using var alone = Lock();
        var stored = Read();
        if (stored.Version != known)
        {
            throw new StaleStateException(record, stored.Version, known);
        }

        var changed = new StoredState(known + 1, content);
        var beside = $"{path}.new";
        using (var writer = new BinaryWriter(new FileStream(beside, FileMode.Create, FileAccess.Write)))
        {
            writer.Write(Format);
            writer.Write(record);
            writer.Write(changed.Version);
            writer.Write(content?.Length ?? -1);
            writer.Write(content ?? []);
        }

        File.Move(beside, path, overwrite: true);
        return changed;
    }

    private FileLock Lock()
    {
        var started = Stopwatch.GetTimestamp();
        var wait = new SpinWait();
        while (true)
        {
            if (FileLock.TryTake($"{path}.lock") is { } taken)
            {
                return taken;
            }

            if (Stopwatch.GetElapsedTime(started) > Patience)
            {
                throw new IOException($"Another process has held '{path}.lock' for {Patience.TotalSeconds} s: {record} cannot be written.");
            }

            wait.SpinOnce();
        }
    }
}
