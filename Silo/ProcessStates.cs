using System.Globalization;

namespace Interleave.Silo;

/// <summary>What the system knows of a process beside whether it lives.</summary>
internal static class ProcessStates
{
    private const char Stopped = 'T';

    /// <summary>
    /// Whether a signal has stopped the process, so that none of its threads runs until another lets it go on; false where that cannot be known.
    /// </summary>
    public static bool IsFrozen(int processId)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        try
        {
            // The second field, the program's name, may hold anything; the state follows its closing bracket.
            var fields = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/stat"));
            return fields.AsSpan(fields.LastIndexOf(')') + 1).TrimStart()[0] == Stopped;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It has ended.
            return false;
        }
    }
}
