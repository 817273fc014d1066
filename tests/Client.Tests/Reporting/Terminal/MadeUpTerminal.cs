using System.Text;
using Spectre.Console;

namespace Interleave.Client.Tests.Reporting.Terminal;

/// <summary>Where a console writes to: so wide, and a terminal or none.</summary>
internal sealed class MadeUpTerminal(TextWriter writer, int width, bool isTerminal) : IAnsiConsoleOutput
{
    public TextWriter Writer => writer;

    public bool IsTerminal => isTerminal;

    public int Width => width;

    public int Height => 40;

    public void SetEncoding(Encoding encoding)
    {
        // Text has none.
    }
}
