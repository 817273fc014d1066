using Interleave.Client.Doctor;
using Interleave.Client.Measuring.Machine;

namespace Interleave.Client.Tests.Doctor;

/// <summary>The files of a machine that does not exist, in a folder that goes with it.</summary>
internal sealed class MadeUpMachine : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("interleave-");

    public MachineFiles Files => new(_root.FullName);

    public MadeUpMachine With(string path, string text)
    {
        var file = Path.Combine(_root.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!); // It is below the root.
        File.WriteAllText(file, text + "\n");
        return this;
    }

    public void Dispose() => _root.Delete(recursive: true);
}
