using System.Security.Cryptography;
using System.Text;
using Interleave.Files;

namespace Interleave.Embedded.Membership;

/// <summary>What the silos and clients of a cluster know and nobody else: bytes in a file that only their user can read.</summary>
internal sealed class ClusterSecret
{
    public const int ProofLength = HMACSHA256.HashSizeInBytes;

    private const int Length = 32;
    private const string FileName = "secret";

    private readonly byte[] _bytes;

    private ClusterSecret(byte[] bytes) => _bytes = bytes;

    /// <summary>The cluster's secret, made here if it is the first one to ask.</summary>
    public static ClusterSecret Share(string folder)
    {
        StateFolder.Open(folder);
        var beside = Path.Combine(folder, $"{FileName}-{Guid.NewGuid():N}");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(beside, options))
        {
            file.Write(RandomNumberGenerator.GetBytes(Length));
        }

        try
        {
            File.Move(beside, Path.Combine(folder, FileName), overwrite: false);
        }
        catch (IOException)
        {
            // Another silo was faster.
            File.Delete(beside);
        }

        return Read(folder);
    }

    /// <exception cref="OrleansException">There is none.</exception>
    public static ClusterSecret Read(string folder)
    {
        try
        {
            var bytes = File.ReadAllBytes(Path.Combine(folder, FileName));
            return bytes.Length == Length
                ? new ClusterSecret(bytes)
                : throw new OrleansException($"'{Path.Combine(folder, FileName)}' does not hold {Length} bytes.");
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new OrleansException($"No silo of this user runs a cluster in '{folder}'.", fault);
        }
    }

    /// <summary>What only somebody who knows the secret can say to these words.</summary>
    public byte[] Prove(string role, byte[] asked, byte[] answered) =>
        HMACSHA256.HashData(_bytes, (byte[])[.. Encoding.UTF8.GetBytes(role), 0, .. asked, .. answered]);

    public bool IsProven(byte[] proof, string role, byte[] asked, byte[] answered) =>
        CryptographicOperations.FixedTimeEquals(proof, Prove(role, asked, answered));
}
