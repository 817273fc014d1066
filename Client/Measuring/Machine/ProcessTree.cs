using System.Globalization;

namespace Interleave.Client.Measuring.Machine;

/// <summary>The processes that come of one process, directly or not, and live.</summary>
/// <remarks>Remembers of each process that it met whether it belongs, so that looking again is cheap.</remarks>
internal sealed class ProcessTree(int root)
{
    private readonly Dictionary<int, bool> _known = [];

    /// <summary>None where there is no <c>/proc</c> to find them in.</summary>
    public IReadOnlyList<int> Descendants()
    {
        if (!OperatingSystem.IsLinux())
        {
            return [];
        }

        var living = Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0)
            .ToHashSet();
        foreach (var gone in _known.Keys.Where(id => !living.Contains(id)).ToList())
        {
            _known.Remove(gone);
        }

        return [.. living.Where(Belongs)];
    }

    private bool Belongs(int id)
    {
        if (id <= 1 || id == root)
        {
            return false;
        }

        if (!_known.TryGetValue(id, out var belongs))
        {
            _known[id] = belongs = ParentOf(id) is { } parent && (parent == root || Belongs(parent));
        }

        return belongs;
    }

    private static int? ParentOf(int id)
    {
        try
        {
            // The name stands in brackets and may hold anything; the parent is the second field behind it.
            return int.Parse(
                File.ReadAllText($"/proc/{id}/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
