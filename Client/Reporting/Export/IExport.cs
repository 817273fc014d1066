using Interleave.Client.Records;

namespace Interleave.Client.Reporting.Export;

/// <summary>A run in a form that other programs read.</summary>
internal interface IExport
{
    /// <summary>As given to <c>--export</c>.</summary>
    string Name { get; }

    /// <summary>The files' names and what they hold.</summary>
    IEnumerable<(string File, string Text)> Write(Run run);
}
