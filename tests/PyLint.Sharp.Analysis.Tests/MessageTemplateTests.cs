namespace PyLint.Sharp.Analysis.Tests;

public class MessageTemplateTests
{
    [TestCase("nothing to fill", new string[0], "nothing to fill")]
    [TestCase("`{name}` hides `{other}`", new[] { "a", "b" }, "`a` hides `b`")]
    [TestCase("{name}, again {name}", new[] { "a" }, "a, again a")]
    [TestCase("an empty `{}` and a `{1: 2}` are text", new string[0], "an empty `{}` and a `{1: 2}` are text")]
    [TestCase("{name}", new[] { "{other}" }, "{other}")]
    [TestCase("{open", new string[0], "{open")]
    public void Values_fill_the_places_in_the_order_of_new_names(string template, string[] values, string expected) =>
        MessageTemplate.Format(template, values).Should().Be(expected);

    [TestCase("{name}", new string[0])]
    [TestCase("{name}", new[] { "a", "b" })]
    [TestCase("none", new[] { "a" })]
    public void Every_value_needs_a_place_and_every_place_a_value(string template, string[] values) =>
        FluentActions.Invoking(() => MessageTemplate.Format(template, values)).Should().Throw<ArgumentException>();
}
