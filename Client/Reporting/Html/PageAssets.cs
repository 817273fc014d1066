using System.Text;

namespace Interleave.Client.Reporting.Html;

/// <summary>The page's style and script, kept as files of their own and built in.</summary>
internal static class PageAssets
{
    public static string Style => Read("report.css");

    public static string Script => Read("report.js");

    /// <summary>Each model's colour in both schemes, and its mark in a box of twelve pixels.</summary>
    public static string ModelStyles
    {
        get
        {
            var css = new StringBuilder("\n");
            foreach (var colours in ModelColours.All)
            {
                css.Append("[data-model=").Append(colours.Model).Append("]{--model:light-dark(").Append(colours.Light).Append(',').Append(colours.Dark)
                    .Append(");--mark:path('").Append(colours.MarkAt(6, 6)).Append("')}\n");
            }

            return css.ToString();
        }
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(PageAssets).Assembly.GetManifestResourceStream(name)!); // Built in by the project file.
        return reader.ReadToEnd();
    }
}
