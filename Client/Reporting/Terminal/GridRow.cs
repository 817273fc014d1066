using Interleave.Client.Records;

namespace Interleave.Client.Reporting.Terminal;

/// <summary>A row of figures.</summary>
/// <param name="Cells">One for each column; null where there is no figure.</param>
/// <param name="Missing">What stands in place of one.</param>
internal sealed record GridRow(string Label, IReadOnlyList<Result?> Cells, string Missing);
