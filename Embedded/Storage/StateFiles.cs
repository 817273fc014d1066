using System.Security.Cryptography;
using System.Text;

namespace Interleave.Embedded.Storage;

/// <summary>The folder that holds the state of a cluster's grains.</summary>
internal sealed class StateFiles
{
    private readonly string _folder;

    /// <param name="folder">Within a folder that only this user may look into, and that all silos of the cluster share.</param>
    public StateFiles(string folder) => _folder = Directory.CreateDirectory(folder).FullName;

    /// <param name="store">The store that the grain names; null for the default one.</param>
    /// <param name="grain">Its class and key.</param>
    /// <param name="state">Tells apart the records of one grain.</param>
    /// <remarks>Keys may be longer than a file's name, and hold any character.</remarks>
    public StateFile File(string? store, string grain, string state)
    {
        var record = $"state '{state}' of {grain} in store '{store ?? "Default"}'";
        return new StateFile(Path.Combine(_folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(record)))), record);
    }
}
