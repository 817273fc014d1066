using System.Xml.Linq;

namespace Interleave.Client.Tests.Reporting.Plots;

/// <summary>Holds a plot against the picture that somebody looked at and found right.</summary>
internal static class ExpectedPicture
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Reporting", "Plots", "Expected");

    public static void Matches(string name, XElement picture)
    {
        var (expected, received) = (Path.Combine(Folder, $"{name}.svg"), Path.Combine(Folder, $"{name}.received.svg"));
        var actual = picture.ToString().ReplaceLineEndings("\n") + "\n";
        if (!File.Exists(expected) || File.ReadAllText(expected).ReplaceLineEndings("\n") != actual)
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllText(received, actual);
            Assert.Fail($"{name}.svg is drawn otherwise than expected: look at {received}, and keep it as the expected file where it is right.");
        }
    }
}
