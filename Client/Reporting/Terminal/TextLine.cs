using Spectre.Console.Rendering;

namespace Interleave.Client.Reporting.Terminal;

/// <summary>A line that is never broken, so that it can be searched and copied; a terminal breaks it where it must.</summary>
internal sealed class TextLine(string text) : Renderable
{
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => [new(text), Segment.LineBreak];
}
