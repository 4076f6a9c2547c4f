using System.Security.Cryptography;
using System.Text;
using PyLint.Sharp.Reporting.Hashing;

namespace PyLint.Sharp.Reporting.Tests.Hashing;

public class OwnSha256Tests
{
    /// <summary>The examples of FIPS 180-4, and those of NIST for no message and for a million letters.</summary>
    [TestCase("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [TestCase("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [TestCase("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")]
    public void It_knows_the_examples_of_the_standard(string message, string hash) =>
        Convert.ToHexStringLower(OwnSha256.HashData(Encoding.ASCII.GetBytes(message))).Should().Be(hash);

    [Test]
    public void It_knows_a_million_letters() =>
        Convert.ToHexStringLower(OwnSha256.HashData(Encoding.ASCII.GetBytes(new string('a', 1_000_000))))
            .Should().Be("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");

    [Test]
    public void It_is_the_systems_for_every_length_around_its_blocks()
    {
        var random = new Random(256);
        for (var length = 0; length < 300; length++)
        {
            var data = new byte[length];
            random.NextBytes(data);
            OwnSha256.HashData(data).Should().Equal(SHA256.HashData(data));
            Sha256.HashData(data).Should().Equal(SHA256.HashData(data));
        }
    }
}
