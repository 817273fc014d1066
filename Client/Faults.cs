namespace Interleave.Client;

/// <summary>Collects what is wrong with what was asked for, so that all of it is reported at once.</summary>
internal sealed class Faults
{
    private readonly List<string> _lines = [];

    public int Count => _lines.Count;

    public IReadOnlyList<string> Lines => _lines;

    public void Add(string line) => _lines.Add(line);

    public void Add(IEnumerable<string> lines) => _lines.AddRange(lines);

    /// <summary>Adds a line; the default stands in for the value that could not be read.</summary>
    public T? Refuse<T>(string line)
    {
        Add(line);
        return default;
    }

    /// <summary>What is read, or null and the lines of the error that reading ended in.</summary>
    public T? Catch<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (UserError error)
        {
            Add(error.Lines);
            return null;
        }
    }

    /// <summary>The error that tells all of them, each once.</summary>
    public UserError ToError() => new([.. _lines.Distinct()]);

    /// <exception cref="UserError">There are faults.</exception>
    public void ThrowIfAny()
    {
        if (Count > 0)
        {
            throw ToError();
        }
    }
}
