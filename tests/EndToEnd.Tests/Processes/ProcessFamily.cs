using System.Diagnostics;
using System.Globalization;

namespace Interleave.EndToEnd.Tests.Processes;

/// <summary>A process and all that come of it, known by a mark in their environment, which outlives a parent.</summary>
internal sealed class ProcessFamily
{
    private const string Name = "INTERLEAVE_TEST_FAMILY";

    private readonly string _mark = Guid.NewGuid().ToString("N");

    public void Mark(ProcessStartInfo start) => start.Environment[Name] = _mark;

    /// <summary>A process that has ended and was not yet asked for its exit code has no environment, and is not listed.</summary>
    public IReadOnlyList<int> Living() =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0 && IsMarked(id)),
    ];

    private bool IsMarked(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/environ").Contains($"{Name}={_mark}", StringComparison.Ordinal);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Gone meanwhile, or another user's.
            return false;
        }
    }
}
