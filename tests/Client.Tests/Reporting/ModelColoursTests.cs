using System.Globalization;
using Interleave.Client.Models;
using Interleave.Client.Reporting;

namespace Interleave.Client.Tests.Reporting;

public sealed class ModelColoursTests
{
    [Fact]
    public void Every_model_has_a_colour_a_dash_and_a_mark_of_its_own()
    {
        Assert.Equal(Model.All.Select(model => model.Name), ModelColours.All.Select(colours => colours.Model));
        Assert.Equal(ModelColours.All.Count, ModelColours.All.Select(colours => colours.Light).Distinct().Count());
        Assert.Equal(ModelColours.All.Count, ModelColours.All.Select(colours => colours.Dash).Distinct().Count());
        Assert.Equal(ModelColours.All.Count, ModelColours.All.Select(colours => colours.Mark).Distinct().Count());
    }

    [Fact]
    public void Every_colour_stands_out_from_the_ground_of_its_scheme() => Assert.All(ModelColours.All, colours =>
    {
        Assert.True(Contrast(colours.Light, "#ffffff") >= 3, $"{colours.Model} on light: {Contrast(colours.Light, "#ffffff")}");
        Assert.True(Contrast(colours.Dark, "#1b1f23") >= 3, $"{colours.Model} on dark: {Contrast(colours.Dark, "#1b1f23")}");
    });

    private static double Contrast(string one, string other)
    {
        var (lighter, darker) = (Math.Max(Luminance(one), Luminance(other)), Math.Min(Luminance(one), Luminance(other)));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double Luminance(string colour)
    {
        double Part(int at) =>
            int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0 is var part && part <= 0.04045
                ? part / 12.92
                : Math.Pow((part + 0.055) / 1.055, 2.4);
        return 0.2126 * Part(1) + 0.7152 * Part(3) + 0.0722 * Part(5);
    }
}
