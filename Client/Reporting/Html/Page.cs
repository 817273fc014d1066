using System.Xml.Linq;
using static Interleave.Client.Reporting.Html.Tags;

namespace Interleave.Client.Reporting.Html;

/// <summary>The whole page, top to bottom.</summary>
internal static class Page
{
    /// <summary>Lets the page load nothing from anywhere, whatever text found its way into it.</summary>
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";

    public static XElement Of(Report report) => Tag(
        "html",
        Attribute("lang", "en"),
        Head(PageHeader.Title(report)),
        Tag(
            "body",
            Tag("a.skip", Attribute("href", "#main"), "Skip to the figures"),
            PageHeader.Of(report),
            Contents(report),
            Tag(
                "main",
                Attribute("id", "main"),
                AnswerSection.Of(report),
                ScalingSection.Of(report),
                WhatWentWrong.Of(report),
                report.Scenarios.Select(scenario => ScenarioSection.Of(report, scenario)),
                ChecksSection.Of(report),
                ClaimsSection.Of(report),
                PlanAndMachine.Of(report),
                RepeatSection.Of(report)),
            Tag("script", new RawText(PageAssets.Script))));

    /// <summary>What every page of this program has in its head.</summary>
    public static XElement Head(string title) => Tag(
        "head",
        Tag("meta", Attribute("charset", "utf-8")),
        Tag("meta", Attribute("http-equiv", "Content-Security-Policy"), Attribute("content", Policy)),
        Tag("meta", Attribute("name", "viewport"), Attribute("content", "width=device-width, initial-scale=1")),
        Tag("meta", Attribute("name", "color-scheme"), Attribute("content", "light dark")),
        Tag("link", Attribute("rel", "icon"), Attribute("href", "data:,")),
        Tag("title", $"Interleave: {title}"),
        Tag("style", new RawText(PageAssets.ModelStyles), new RawText(PageAssets.Style)));

    private static XElement Contents(Report report) => Tag(
        "nav",
        Attribute("aria-label", "Contents"),
        Tag(
            "ul",
            Entry("answer", "answer"),
            Entry("wrong", "what went wrong"),
            report.Scenarios.Select(scenario => Entry(Slug(scenario.Name), scenario.Name)),
            Entry("checks", "checks"),
            report.Run.Claims.Count == 0 ? null : Entry("claims", "claims"),
            Entry("plan", "plan and machine"),
            Entry("repeat", "repeat it")));

    private static XElement Entry(string id, string text) => Tag("li", Tag("a", Attribute("href", $"#{id}"), text));
}
