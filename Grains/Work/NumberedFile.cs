namespace Interleave.Grains.Work;

/// <summary>A file of blocks that begin with their own numbers, to be read by <see cref="FileRequest"/>.</summary>
[GenerateSerializer, Immutable]
public sealed record NumberedFile(string Path, long Blocks, int Bytes)
{
    /// <summary>Nothing but files of this name is written or removed for somebody who calls from elsewhere.</summary>
    public const string Prefix = "interleave-io-";

    /// <summary>Makes the file where it is not there, as on another machine than that of the client.</summary>
    /// <returns>Whether it had to be made.</returns>
    public bool MakeWhereMissing()
    {
        ThrowUnlessOurs();
        if (File.Exists(Path))
        {
            return false;
        }

        using var file = File.Create(Path);
        var block = new byte[Bytes];
        for (var number = 0L; number < Blocks; number++)
        {
            FileBlock.Number(block, number);
            file.Write(block);
        }

        return true;
    }

    public void Remove()
    {
        ThrowUnlessOurs();
        File.Delete(Path);
    }

    private void ThrowUnlessOurs()
    {
        if (!System.IO.Path.GetFileName(Path).StartsWith(Prefix, StringComparison.Ordinal))
        {
            throw new ArgumentException($"'{Path}' is not a file of io: allowed is a name that begins with {Prefix}.");
        }
    }
}
