using System.Globalization;
using Interleave.Client.Workloads.Yaml;

namespace Interleave.Client.Workloads;

/// <summary>What is wrong with a file, each fault with its line and column.</summary>
internal sealed class FileFaults(string file)
{
    /// <summary>With so many mistakes to correct, more of them are of no use.</summary>
    private const int MostLines = 50;

    private readonly List<(long Line, long Column, string Message)> _faults = [];

    public bool Any => _faults.Count > 0;

    /// <summary>In the order of the file.</summary>
    public IEnumerable<string> Lines => _faults
        .OrderBy(fault => (fault.Line, fault.Column))
        .Take(MostLines)
        .Select(fault => string.Create(CultureInfo.InvariantCulture, $"{file}:{fault.Line}:{fault.Column}: {fault.Message}"))
        .Concat(_faults.Count > MostLines ? [$"{file}: {_faults.Count - MostLines} more faults."] : []);

    public void Add(YamlNode at, string message) => Add(at.Line, at.Column, message);

    public void Add(long line, long column, string message)
    {
        if (!_faults.Contains((line, column, message)))
        {
            _faults.Add((line, column, message));
        }
    }
}
