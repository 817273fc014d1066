using System.Xml.Linq;
using Interleave.Client.Reporting.Html;
using static Interleave.Client.Reporting.Html.Tags;

namespace Interleave.Client.Tests.Reporting.Html;

public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("frames 0 % against 100 %", "frames 0~% against 100~%")]
    [InlineData("549 µs to 1.29 s, 11.2 KiB, 42 B", "549~µs to 1.29~s, 11.2~KiB, 42~B")]
    [InlineData("6 rounds of 2 silos, 3 Bytes", "6 rounds of 2 silos, 3 Bytes")]
    public void A_number_and_its_unit_stay_on_one_line(string text, string expected) =>
        Assert.Equal($"<!doctype html>\n<p>{expected.Replace('~', '\u00A0')}</p>\n", HtmlText.Of(Tag("p", text)));

    [Fact]
    public void What_is_to_be_copied_or_executed_stays_as_it_is()
    {
        var written = HtmlText.Of(Tag("div", Tag("pre", Tag("code", "wait 5 ms")), Tag("style", new RawText("a { width: 5 % }"))));

        Assert.Equal("<!doctype html>\n<div><pre><code>wait 5 ms</code></pre><style>a { width: 5 % }</style></div>\n", written);
    }

    [Fact]
    public void An_element_without_content_is_closed() => Assert.Equal("<!doctype html>\n<td></td>\n", HtmlText.Of(new XElement("td")));
}
